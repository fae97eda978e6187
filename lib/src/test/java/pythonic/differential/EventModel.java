package pythonic.differential;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** An Event. */
@NullUnmarked
final class EventModel extends Model {

  private boolean flag;

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "set" -> {
        flag = true;
        List.copyOf(blocked()).forEach(this::release);
      }
      case "clear" -> flag = false;
      case "wait" -> {
        if (!flag && call.seconds(0) == null) {
          block(thread);
        }
      }
      default -> {}
    }
  }
}

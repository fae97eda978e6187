package pythonic.differential;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A Future. */
@NullUnmarked
final class FutureModel extends Model {

  private boolean running;
  private boolean done;

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "result", "exception" -> {
        if (!done && call.seconds(0) == null) {
          block(thread);
        }
      }
      case "set_running_or_notify_cancel" -> running |= !done;
      case "set_result", "set_exception" -> finish();
      case "cancel" -> {
        if (!running) {
          finish();
        }
      }
      default -> {}
    }
  }

  private void finish() {
    done = true;
    List.copyOf(blocked()).forEach(this::release);
  }
}

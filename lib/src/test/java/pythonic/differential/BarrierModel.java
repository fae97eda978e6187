package pythonic.differential;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A Barrier, whose action may fail. */
@NullUnmarked
final class BarrierModel extends Model {

  private final int parties;
  private final boolean fails;
  private final Double timeout;
  private boolean broken;

  BarrierModel(int parties, boolean fails, Double timeout) {
    this.parties = parties;
    this.fails = fails;
    this.timeout = timeout;
  }

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "wait" -> {
        Double own = call.seconds(0);
        await(thread, own == null ? timeout : own);
      }
      case "abort" -> {
        broken = true;
        releaseAll();
      }
      case "reset" -> {
        broken = false;
        releaseAll();
      }
      default -> {}
    }
  }

  private void await(int thread, Double seconds) {
    if (broken) {
      return;
    }
    if (blocked().size() + 1 == parties) {
      broken = fails;
      releaseAll();
    } else if (seconds == null) {
      block(thread);
    } else if (seconds <= LockModel.LONGEST) {
      broken = true;
      releaseAll();
    }
  }

  private void releaseAll() {
    List.copyOf(blocked()).forEach(this::release);
  }
}

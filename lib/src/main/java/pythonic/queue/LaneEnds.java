package pythonic.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Sleepers;

/** The threads that wait at the two ends of a lane, to put and to get. Where none ever waited nothing is kept. */
abstract class LaneEnds {

  private static final VarHandle GETTERS;
  private static final VarHandle PUTTERS;

  static {
    try {
      var lookup = MethodHandles.lookup();
      GETTERS = lookup.findVarHandle(LaneEnds.class, "getters", Sleepers.class);
      PUTTERS = lookup.findVarHandle(LaneEnds.class, "putters", Sleepers.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Sleepers getters;
  private volatile @Nullable Sleepers putters;

  final Sleepers getters() {
    if (getters == null) {
      GETTERS.compareAndSet(this, null, new Sleepers());
    }
    return Objects.requireNonNull(getters);
  }

  final Sleepers putters() {
    if (putters == null) {
      PUTTERS.compareAndSet(this, null, new Sleepers());
    }
    return Objects.requireNonNull(putters);
  }

  final void wakeGetter() {
    Sleepers waiting = getters;
    if (waiting != null) {
      waiting.wake();
    }
  }

  final void wakePutter() {
    Sleepers waiting = putters;
    if (waiting != null) {
      waiting.wake();
    }
  }

  /** Wakes a thread that waits to get, even if one is being woken. {@return false if none waits} */
  final boolean wakeOneGetter() {
    return getters != null && getters().wakeOne();
  }

  /** Wakes a thread that waits to put, even if one is being woken. {@return false if none waits} */
  final boolean wakeOnePutter() {
    return putters != null && putters().wakeOne();
  }

  final void wakeAll() {
    if (getters != null) {
      getters().wakeAll();
    }
    if (putters != null) {
      putters().wakeAll();
    }
  }
}

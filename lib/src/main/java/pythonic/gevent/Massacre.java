package pythonic.gevent;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.greenlets.Switch;

/** Raises an exception in one greenlet after the other, each of which goes on until it waits again, and then lets the killer go on. */
record Massacre(ArrayDeque<Greenlet<?>> left, Throwable exception, @Nullable Switch killer) {

  Massacre(List<Greenlet<?>> greenlets, Throwable exception, @Nullable Switch killer) {
    this(new ArrayDeque<>(greenlets), exception, killer);
  }

  void begin() {
    left.getFirst().home().add((Runnable) this::goOn);
  }

  private void goOn() {
    Greenlet<?> next = left.poll();
    if (next != null) {
      next.killNow(exception, this::goOn);
    } else if (killer != null) {
      killer.wakeFirst();
    }
  }
}

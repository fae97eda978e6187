package pythonic.internal.waiting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A thread in which others raise exceptions: they are kept, in order, until it waits. Each is raised once, or withdrawn,
 * by compare-and-set.
 */
abstract sealed class Raisable extends Turn permits Occupied {

  /** Exceptions that are to be raised, the first of them here. */
  private record Pending(Throwable exception, @Nullable Pending next) {

    static Pending append(@Nullable Pending all, Throwable exception) {
      return all == null ? new Pending(exception, null) : new Pending(all.exception, append(all.next, exception));
    }

    @SuppressWarnings("ReferenceEquality") // this very exception
    static @Nullable Pending without(@Nullable Pending all, Throwable exception) {
      return all == null || all.exception == exception ? (all == null ? null : all.next) : new Pending(all.exception, without(all.next, exception));
    }
  }

  private static final VarHandle PENDING;

  static {
    try {
      PENDING = MethodHandles.lookup().findVarHandle(Raisable.class, "pending", Pending.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Pending pending;

  Raisable(Thread current, boolean started) {
    super(current, started);
  }

  Raisable(Runnable body) {
    super(body);
  }

  final boolean hasThrown() {
    return pending != null;
  }

  final void keep(Throwable exception) {
    Pending before = pending;
    while (!PENDING.compareAndSet(this, before, Pending.append(before, exception))) {
      before = pending;
    }
  }

  /** Has an exception not raised, if that has not happened yet. */
  public final void withdraw(Throwable exception) {
    Pending before = pending;
    while (before != null && !PENDING.compareAndSet(this, before, Pending.without(before, exception))) {
      before = pending;
    }
  }

  /** {@return the first exception that is to be raised here, which the caller then raises; null if there is none} */
  public final @Nullable Throwable takeThrown() {
    Pending before = pending;
    while (before != null && !PENDING.compareAndSet(this, before, before.next)) {
      before = pending;
    }
    return before == null ? null : before.exception;
  }

  /** Forgets all that was to be raised. */
  public final void forgetThrown() {
    if (pending != null) { // seldom, and to write costs more
      pending = null;
    }
  }
}

package pythonic.concurrent.futures;

/** Waits for several futures. */
@FunctionalInterface
interface FutureWaiter {

  /** Tells that a future has finished, or that its executor has noticed that it was cancelled. Must not block. */
  void settled(Future<?> future);
}

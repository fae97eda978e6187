package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.ProcessAcquireKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;
import pythonic.threading.Threading;

/**
 * What {@link Lock}, {@link RLock} and {@link Semaphore} share: they are taken by threads of any process that got them
 * when it was started, as an argument. They travel then only. As a context manager one is acquired before the block
 * and released after it: {@code try (var _ = with(lock)) { ... }}.
 *
 * <p>None is fair: a thread that asks just as it is released may overtake those that wait.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#synchronization-primitives">Python:
 *     synchronization between processes</a>
 */
public abstract sealed class SemLock implements ContextManager, Serializable permits Lock, RLock, Semaphore {

  @Serial private static final long serialVersionUID = 1L;

  SemLock() {}

  /**
   * Takes it, after waiting as long as it takes.
   *
   * @return true
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire() {
    return await(Deadline.NEVER);
  }

  /**
   * Takes it.
   *
   * @param block true to wait as long as it takes, false to return at once
   * @return true if it was taken, which only a call that does not block can fail to do
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean block) {
    return block ? await(Deadline.NEVER) : poll();
  }

  /**
   * Takes it.
   *
   * @param block true to wait, false to return at once, whatever the time-out
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return true if it was taken, false if the time was over first
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean block, double timeout) {
    return poll() || (block && await(Deadline.after(timeout)));
  }

  /**
   * Takes it, as {@link #acquire(boolean, double)} does.
   *
   * @param block true to wait, false to return at once, whatever the time-out
   * @param timeout the longest time to wait, None for no limit
   * @return true if it was taken, false if the time was over first
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean block, Timeout timeout) {
    Double seconds = timeout.seconds();
    return seconds == null ? acquire(block) : acquire(block, seconds);
  }

  /**
   * Takes it, as {@link #acquire(boolean, double)} does.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default None
   * @return true if it was taken, false if it was not free in time
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(ProcessAcquireKeyword... keywords) {
    Block block = Given.find("acquire", keywords, Block.class);
    Timeout timeout = Given.find("acquire", keywords, Timeout.class);
    boolean wait = block == null || block.value();
    return timeout == null ? acquire(wait) : acquire(wait, timeout);
  }

  /** Frees it once; one of the threads that wait for it, in any process, goes on. */
  public abstract void release();

  /**
   * {@link #acquire()}, for a {@code with} block.
   *
   * @throws AbandonedLockError if the process that held the lock has died; the lock is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  @Override
  public void enter() {
    acquire();
  }

  /** {@link #release()}, at the end of a {@code with} block. */
  @Override
  public void close() {
    release();
  }

  /** Takes it if this thread can have it at once. */
  abstract boolean poll();

  /** Takes it, after waiting until the deadline. {@return false if that passed first} */
  abstract boolean await(Deadline deadline);

  /** {@return whether the current thread took it last and has not freed it} */
  abstract boolean isMine();

  /** Frees it whole, however often it is held. {@return how often that was} */
  abstract int releaseSave();

  /**
   * Takes it as often as it was held, deaf to interrupts, whose flag stays set.
   *
   * @throws AbandonedLockError if the process that held it died; it is held all the same
   */
  abstract void acquireRestore(int depth);

  /** {@return whom a text names as the owner} */
  final String owner(boolean held, boolean heldHere) {
    if (isMine()) {
      String thread = Threading.current_thread().name();
      return Multiprocessing.current_process().name() + (thread.equals("MainThread") ? "" : "|" + thread);
    }
    return !held ? "None" : heldHere ? "SomeOtherThread" : "SomeOtherProcess";
  }
}

package pythonic.gevent.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.gevent.Greenlet;
import pythonic.gevent.lock.DummySemaphore;
import pythonic.gevent.lock.Semaphore;

/**
 * A group of at most so many greenlets: who adds another waits until one has ended.
 *
 * @see <a href="https://www.gevent.org/api/gevent.pool.html#gevent.pool.Pool">gevent: Pool</a>
 */
public class Pool extends Group {

  private final @Nullable Integer size;

  /** Null if there is no bound. */
  private final @Nullable Semaphore room;

  /** A pool without a bound. */
  public Pool() {
    size = null;
    room = null;
  }

  /**
   * A pool of a size.
   *
   * @param size how many greenlets it takes
   * @throws ValueError if it is negative
   */
  public Pool(int size) {
    if (size < 0) {
      throw new ValueError("size must not be negative: " + size);
    }
    this.size = size;
    room = new Semaphore(size);
  }

  /** {@return how many greenlets it takes, None for no bound} */
  public @Nullable Integer size_limit() {
    return size;
  }

  /**
   * Adds a greenlet, after waiting for room as long as it takes.
   *
   * @param greenlet the greenlet, which is usually not started
   */
  @Override
  public void add(Greenlet<?> greenlet) {
    add(greenlet, true, null);
  }

  /**
   * Adds a greenlet.
   *
   * @param greenlet the greenlet, which is usually not started
   * @param blocking whether to wait for room
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws PoolFull if there is no room in time
   */
  public void add(Greenlet<?> greenlet, boolean blocking, @Nullable Double timeout) {
    if (room != null && !(timeout == null ? room.acquire(blocking) : room.acquire(blocking, timeout))) {
      throw new PoolFull();
    }
    track(greenlet);
  }

  /**
   * Adds a greenlet and starts it.
   *
   * @param greenlet the greenlet
   * @param blocking whether to wait for room
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws PoolFull if there is no room in time
   */
  public void start(Greenlet<?> greenlet, boolean blocking, @Nullable Double timeout) {
    add(greenlet, blocking, timeout);
    greenlet.start();
  }

  @Override
  void left() {
    if (room != null) {
      room.release();
    }
  }

  /** {@return whether there is no room} */
  @Override
  public boolean full() {
    return free_count() <= 0;
  }

  /** {@return how many greenlets it takes at this moment; 1 if there is no bound} */
  public int free_count() {
    return room == null ? 1 : Math.max(0, room.counter());
  }

  /** {@return the same as {@link #free_count} after waiting until it takes one} */
  @Override
  public int wait_available() {
    return room == null ? new DummySemaphore().wait_() : room.wait_();
  }

  /**
   * {@return the same as {@link #free_count} after waiting until it takes one, or the time is over}
   *
   * @param timeout the longest time to wait in seconds
   */
  public int wait_available(double timeout) {
    return room == null ? 1 : room.wait_(timeout);
  }
}

package pythonic.gevent.lock;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasStr;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure1;
import pythonic.gevent.AbstractLinkable;
import pythonic.internal.greenlets.CallbackLink;
import pythonic.internal.greenlets.Default;
import pythonic.internal.greenlets.Links;
import pythonic.internal.waiting.Deadline;

/**
 * A count of how many may go on.
 *
 * @see <a href="https://www.gevent.org/api/gevent.lock.html#gevent.lock.Semaphore">gevent: Semaphore</a>
 */
public class Semaphore extends Acquiring implements AbstractLinkable, HasStr {

  private final AtomicInteger counter;
  @SuppressWarnings("this-escape") // asked whether it is ready only when somebody waits
  private final Links links = new Links(this, this::ready, false);

  /** One that one may take. */
  public Semaphore() {
    this(1);
  }

  /**
   * One that so many may take.
   *
   * @param value how many
   * @throws ValueError if it is negative
   */
  public Semaphore(int value) {
    if (value < 0) {
      throw new ValueError("semaphore initial value must be >= 0");
    }
    counter = new AtomicInteger(value);
  }

  /** {@return how many may take it at this moment} */
  public int counter() {
    return counter.get();
  }

  private boolean tryTake() {
    int free = counter.get();
    while (free > 0 && !counter.compareAndSet(free, free - 1)) {
      free = counter.get();
    }
    return free > 0;
  }

  @Override
  boolean take(boolean blocking, @Nullable Double timeout) {
    if (tryTake()) {
      return true;
    }
    if (!blocking) {
      return false;
    }
    Deadline deadline = Deadline.afterOrNever(timeout);
    while (links.await(this, deadline, false)) {
      if (tryTake()) {
        links.check(); // there may be more
        return true;
      }
    }
    return false;
  }

  /**
   * Gives it back; one that waits goes on.
   *
   * @return how many may take it now
   */
  public int release() {
    return giveBack(Integer.MAX_VALUE);
  }

  final int giveBack(int bound) {
    int free = counter.get();
    while (free < bound && !counter.compareAndSet(free, free + 1)) {
      free = counter.get();
    }
    if (free >= bound) {
      throw new ValueError("Semaphore released too many times");
    }
    links.check();
    return free + 1;
  }

  /** {@return whether nobody may take it at this moment} */
  public boolean locked() {
    return counter.get() <= 0;
  }

  @Override
  public boolean ready() {
    return counter.get() > 0;
  }

  /** {@return how many may take it, after waiting until somebody may} It is not taken. */
  public int wait_() {
    if (!ready()) {
      awaitPermit(Deadline.NEVER);
    }
    return counter.get();
  }

  /**
   * {@return how many may take it, after waiting until somebody may or the time is over} It is not taken.
   *
   * @param timeout the longest time to wait in seconds
   */
  public int wait_(double timeout) {
    if (!ready()) {
      awaitPermit(Deadline.after(timeout));
    }
    return counter.get();
  }

  private void awaitPermit(Deadline deadline) {
    if (links.await(this, deadline, false)) {
      links.check(); // it is not taken: another may
    }
  }

  @Override
  public void enter() {
    take(true, null);
  }

  /** Gives it back at the end of a {@code with}. */
  @Override
  public void close() {
    release();
  }

  @Override
  public void rawlink(Procedure1<Object> callback) {
    links.add(new CallbackLink(callback, callback, false));
  }

  @Override
  public void unlink(Procedure1<Object> callback) {
    links.remove(callback);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return Default.repr(this, Semaphore.class, "gevent._gevent_c_semaphore.");
  }

  /** {@return {@code <Semaphore at 0x1b28cdfa counter=1 _links[0]>}} */
  @Override
  public String str() {
    return "<" + getClass().getSimpleName() + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this))
        + " counter=" + counter.get() + " _links[" + links.size() + "]>";
  }
}

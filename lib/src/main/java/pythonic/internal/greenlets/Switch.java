package pythonic.internal.greenlets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Strand;
import pythonic.internal.waiting.Wait;

/**
 * The wait of one greenlet until it is told to go on. It leaves WAITING once, by compare-and-set: either it is told, or it
 * gives up, late or because an exception is to be raised; who tells one that has given up tells the next.
 */
public class Switch implements Wait, Link {

  private static final int WAITING = 0;
  private static final int OVER = 1;
  private static final int ABANDONED = 2;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Switch.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Strand strand = Strand.enter();
  private final Object what;
  private volatile int state;

  /** A wait of the current greenlet. {@code what} is told to people when nobody can go on. */
  public Switch(Object what) {
    this.what = what;
  }

  /** Waits until nobody else can go on. {@return false if the deadline passed first} */
  public static boolean untilStuck(Deadline deadline) {
    var wait = new Switch("the end of all others") {
      @Override
      public boolean isHope() {
        return false;
      }
    };
    Hub hub = wait.strand().hub();
    hub.whenStuck(wait::wake);
    try {
      return wait.await(deadline);
    } finally {
      hub.whenStuck(null);
    }
  }

  /** Waits, on the thread that made it, at least until those that are ready have had their turn. {@return false if the deadline passed first} */
  public boolean await(Deadline deadline) {
    return strand.await(this, deadline);
  }

  /** Ends the wait without letting the greenlet go on yet. {@return false if it has given up, or was told before} */
  public boolean claim() {
    return STATE.compareAndSet(this, WAITING, OVER);
  }

  @Override
  public Hub home() {
    return strand.hub();
  }

  @Override
  public @Nullable Object fire(Object source) {
    return claim() ? strand : null;
  }

  @Override
  public void fireFromAnywhere(Object source) {
    wake();
  }

  /** Ends the wait: the greenlet goes on after those that are ready. */
  public void wake() {
    claim();
    strand.wake();
  }

  /** Ends the wait: the greenlet goes on before those that are ready. */
  public void wakeFirst() {
    claim();
    strand.wakeFirst();
  }

  public Strand strand() {
    return strand;
  }

  @Override
  public boolean isOver() {
    return state == OVER;
  }

  /** {@return whether it has given up} */
  public boolean isAbandoned() {
    return state == ABANDONED;
  }

  @Override
  public boolean abandon() {
    return STATE.compareAndSet(this, WAITING, ABANDONED);
  }

  @Override
  public boolean givesWay() {
    return true;
  }

  @Override
  public String toString() {
    return what.toString();
  }
}

package pythonic.internal.greenlets;

import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;
import pythonic.internal.waiting.Wait;

/** The wait of one greenlet until it is told to go on; an exception that is raised in it meanwhile wins. */
public final class Switch implements Wait, Link {

  private final Strand strand = Strand.enter();
  private final Object what;
  private final boolean hope;
  private volatile boolean over;

  /** A wait of the current greenlet. {@code what} is told to people when nobody can go on. */
  public Switch(Object what) {
    this(what, true);
  }

  private Switch(Object what, boolean hope) {
    this.what = what;
    this.hope = hope;
  }

  /** Waits until nobody else can go on. {@return false if the deadline passed first} */
  public static boolean untilStuck(Deadline deadline) {
    var wait = new Switch("the end of all others", false);
    wait.strand.hub().whenStuck(wait::wake);
    try {
      return wait.await(deadline);
    } finally {
      wait.strand.hub().whenStuck(null);
    }
  }

  /** Waits, on the thread that made it, at least until those that are ready have had their turn. {@return false if the deadline passed first} */
  public boolean await(Deadline deadline) {
    return strand.await(this, deadline);
  }

  @Override
  public Object fire(Object source) {
    over = true;
    return strand;
  }

  /** Ends the wait: the greenlet goes on after those that are ready. */
  public void wake() {
    over = true;
    strand.wake();
  }

  /** Ends the wait: the greenlet goes on before those that are ready. */
  public void wakeFirst() {
    over = true;
    strand.wakeFirst();
  }

  public Strand strand() {
    return strand;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public boolean abandon() {
    return true;
  }

  @Override
  public boolean isHope() {
    return hope;
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

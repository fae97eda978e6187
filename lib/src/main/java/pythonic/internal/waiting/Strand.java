package pythonic.internal.waiting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.calls.Raise;

/**
 * A thread that takes turns with the others of its {@link Hub}: it runs only while it has the turn, and hands it over
 * when it is to wait.
 *
 * <p>The state says whether a wake-up is wanted: it leaves BLOCKED once, by compare-and-set, and who moves it to READY
 * puts the strand into the hub's queue. A wake-up may come late, for a wait that has ended otherwise; so whoever waits
 * looks again at what it waits for.
 */
public final class Strand extends Occupied {

  private static final int RUNNING = 0;
  private static final int BLOCKED = 1;
  private static final int READY = 2;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Strand.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final ThreadLocal<@Nullable Strand> CURRENT = new ThreadLocal<>();

  /** Whether there has been a strand at all: programs without greenlets pay for one field that never changes. */
  private static volatile boolean any;

  private final Hub hub;
  private volatile int state;
  private Strand(Hub hub, Thread thread) {
    super(thread, true);
    this.hub = hub;
  }

  private Strand(Hub hub, Runnable body) {
    super(body);
    this.hub = hub;
  }

  @Override
  void begun() {
    CURRENT.set(this);
  }

  /** {@return the current thread's strand, null for a thread that takes turns with nobody} */
  public static @Nullable Strand current() {
    return any ? CURRENT.get() : null;
  }

  /** {@return the current thread's strand; a thread that has none becomes the first strand of a hub of its own} */
  public static Strand enter() {
    Strand strand = CURRENT.get();
    if (strand == null) {
      any = true;
      strand = new Hub(hub -> new Strand(hub, Thread.currentThread())).main();
      CURRENT.set(strand);
    }
    return strand;
  }

  /** A strand of the same hub on a virtual thread of its own, which begins when it is first {@linkplain #give given} the turn. */
  static Strand fresh(Hub hub, Runnable body) {
    return new Strand(hub, body);
  }

  /** The same for who has the turn and will hand it over by {@link #handOver}. */
  public Strand sibling(Runnable body) {
    return new Strand(hub, body);
  }

  public Hub hub() {
    return hub;
  }

  /** Something is kept for the current thread: if it is a strand, no other greenlet is to run on it later. */
  public static void mark() {
    Strand strand = current();
    if (strand != null) {
      strand.marked = true;
    }
  }

  /** Gives the turn to another strand of the hub and waits to get it back from any. */
  public void handOver(Strand other) {
    other.give();
    awaitTurn();
  }

  @Override
  void interrupted() {
    if (STATE.compareAndSet(this, BLOCKED, READY)) {
      hub.arrive(this);
    }
  }

  /** Has the strand look again at what it waits for, after all that are ready now. Any thread may call it. */
  public void wake() {
    if (STATE.compareAndSet(this, BLOCKED, READY)) {
      hub.add(this);
    }
  }

  /** The same, before all that are ready now: for callbacks of the hub, which go on with the strand themselves. */
  public void wakeFirst() {
    if (STATE.compareAndSet(this, BLOCKED, READY)) {
      hub.addFirst(this);
    }
  }

  /** Raises an exception in the strand, where it waits or will wait next. It is to be woken afterwards. */
  public void raise(Throwable exception) {
    keep(exception);
  }

  /** Raises an exception in the strand, and has it go on before all that are ready: for callbacks of the hub. */
  public void raiseFirst(Throwable exception) {
    keep(exception);
    if (STATE.compareAndSet(this, BLOCKED, READY)) {
      hub.addFirst(this);
    } else if (state == READY) {
      hub.advance(this);
    } else if (!hub.isParallel() && !away) { // it waits for a switch by hand
      force();
    }
  }

  /** It leaves the hub's queue. {@return false if it was there twice} */
  boolean begin() {
    return STATE.compareAndSet(this, READY, RUNNING);
  }

  /** Puts it into the hub's queue whatever it does, which must be to wait for the turn. */
  void force() {
    state = READY;
    hub.addFirst(this);
  }

  /**
   * Lets all others go on that can, if the current thread is a strand.
   *
   * @return false if it is not
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  @SuppressWarnings("ThreadPriorityCheck") // where nobody has a turn to give away, this is what is left
  public static boolean pass() {
    Strand strand = current();
    if (strand == null) {
      return false;
    }
    strand.hub.checkMayWait();
    if (strand.hub.isParallel()) {
      Thread.yield();
    } else {
      strand.state = READY;
      strand.hub.add(strand);
      strand.hub.switchFrom(strand, false);
    }
    Throwable exception = strand.takeThrown();
    if (exception != null) {
      throw Raise.unchecked(exception);
    }
    if (Thread.interrupted()) {
      throw new KeyboardInterrupt();
    }
    return true;
  }

  /**
   * Waits, on the strand's own thread, and lets the others go on meanwhile.
   *
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Wait wait, Deadline deadline) {
    hub.checkMayWait();
    if (hub.isParallel()) {
      return awaitAlone(wait, deadline);
    }
    waitsFor = wait;
    hub.enlist(this);
    Alarm alarm = null;
    try {
      while (!wait.isOver()) {
        if (!deadline.isNever()) {
          if (deadline.remainingNanos() <= 0 && (alarm != null || !wait.givesWay())) {
            return !wait.abandon();
          }
          if (alarm == null || !alarm.isPending()) {
            alarm = hub.alarm(deadline, this, wait.isHope());
          }
        }
        if (hasThrown() || Thread.currentThread().isInterrupted()) {
          if (wait.abandon()) {
            throw reason();
          }
          return true; // what is to be raised is raised by the next wait
        }
        state = BLOCKED;
        if ((!wait.isOver() && !hasThrown()) || !STATE.compareAndSet(this, BLOCKED, RUNNING)) {
          hub.switchFrom(this, wait.isOutside());
        }
      }
      return true;
    } finally {
      waitsFor = null;
      hub.dismiss(this);
      if (alarm != null) {
        hub.cancel(alarm);
      }
    }
  }

  /** The same where all run at once: nobody needs the turn, and the thread itself looks at the clock. */
  private boolean awaitAlone(Wait wait, Deadline deadline) {
    while (!wait.isOver()) {
      if (!deadline.isNever() && deadline.remainingNanos() <= 0) {
        return !wait.abandon();
      }
      if (hasThrown() || Thread.currentThread().isInterrupted()) {
        if (wait.abandon()) {
          throw reason();
        }
        return true; // what is to be raised is raised by the next wait
      }
      state = BLOCKED;
      if (!wait.isOver() && !hasThrown()) {
        parkOnce(deadline);
      }
      if (!STATE.compareAndSet(this, BLOCKED, RUNNING)) {
        awaitTurn(); // who wakes it gives it
      }
    }
    return true;
  }

  private Error reason() {
    Throwable exception = takeThrown();
    if (exception != null) {
      throw Raise.unchecked(exception);
    }
    Thread.interrupted();
    return new KeyboardInterrupt();
  }

  /** Waits deaf to interrupts and to exceptions raised from elsewhere: the next wait hears them. */
  void awaitDeaf(Wait wait) {
    hub.checkMayWait();
    waitsFor = wait;
    boolean interrupted = false;
    while (!wait.isOver()) {
      interrupted |= Thread.interrupted();
      state = BLOCKED;
      if (!wait.isOver() || !STATE.compareAndSet(this, BLOCKED, RUNNING)) {
        hub.switchFrom(this, wait.isOutside());
      }
    }
    waitsFor = null;
    if (interrupted) {
      interrupt();
    }
  }

  /** It does something of which the hub knows nothing, without the turn. */
  void leaveTurn() {
    away = true;
  }

  /** It wants the turn again, and waits for it. */
  void returnForTurn() {
    state = READY;
    hub.arrive(this);
    awaitTurn();
    away = false;
  }
}

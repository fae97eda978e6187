package pythonic.internal.lifecycle;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import pythonic.builtins.RuntimeError;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/**
 * What is done before the JVM ends, in Python's order: first what {@link #beforeExit} was told, which finishes work
 * under way, then what {@link #atExit} was told; each in reverse.
 *
 * <p>A program that a signal ends finishes nothing: it does what {@link #atExit} was told, and is gone. A signal that comes while
 * the program ends interrupts what it waits for just then, as in Python, and ends it in any case soon afterwards.
 *
 * <p>Java itself waits for the threads that are not daemons before it begins, unless it is told to exit. Nothing is
 * done if the process is killed.
 */
public final class Lifecycle {

  private static final ConcurrentLinkedDeque<Registration> BEFORE_EXIT = new ConcurrentLinkedDeque<>();
  private static final ConcurrentLinkedDeque<Registration> AT_EXIT = new ConcurrentLinkedDeque<>();
  private static final Pattern SIGNAL_HANDLER = Pattern.compile("SIG(INT|TERM|HUP) handler");
  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  /** Whether the JVM will call {@link #end}. */
  private static volatile boolean hooked;

  /** Seconds of an end before it is looked for signals: most ends are over by then. */
  private static final double QUICK = 0.1;

  /** Seconds that the end may still take after a signal that came in its midst. */
  private static final double GRACE = 2.0;

  private static final int SIGTERM = 15;

  /** What a shell adds to the number of the signal that ended a program. */
  private static final int SIGNALLED = 128;

  private static final OneShot ENDED = new OneShot();

  /** Set before the first action is run and never cleared. */
  private static volatile boolean exiting;

  /** Set before the first action is run at an end that finishes nothing, and never cleared. */
  private static volatile boolean abrupt;

  /** Set when the JVM ends: no thread that keeps it alive is left, or one has said that the others are not waited for. */
  private static volatile boolean last;

  private Lifecycle() {}

  /** An action that is to be done, until it is done or cancelled. */
  public static final class Registration {
    private final ConcurrentLinkedDeque<Registration> actions;
    private final Runnable action;

    private Registration(ConcurrentLinkedDeque<Registration> actions, Runnable action) {
      this.actions = actions;
      this.action = action;
    }

    /** Takes the action back; nothing holds it any longer. */
    public void cancel() {
      actions.remove(this);
    }
  }

  /**
   * Has an action done before the program exits, while it still works as a whole: to finish what is under way.
   *
   * @throws RuntimeError if the program is exiting already
   */
  public static Registration beforeExit(Runnable action) {
    Registration registration = add(BEFORE_EXIT, action);
    // Looked at second: the exit looks for actions after it has set the flag, so one of the two sees the other.
    if (exiting && BEFORE_EXIT.remove(registration)) {
      throw new RuntimeError("can't register atexit after shutdown");
    }
    return registration;
  }

  /** Has an action done as one of the last of the program. */
  public static Registration atExit(Runnable action) {
    return add(AT_EXIT, action);
  }

  /** {@return whether the end has begun} */
  public static boolean isExiting() {
    return exiting;
  }

  /** For an action before the exit: waits until the program has no other threads than daemons, unless it ends without waiting for them. */
  public static void awaitOtherThreads() {
    if (!last) {
      OtherThreads.join();
    }
  }

  /** {@return whether the end has begun, and nothing is to be finished} */
  public static boolean isEndingAbruptly() {
    return abrupt;
  }

  /**
   * Ends the program as Python does when its main thread has ended: finishes the work under way, waits for the other
   * threads that are not daemons, and exits.
   */
  public static void exit(int code) {
    finish();
    OtherThreads.join();
    System.exit(code);
  }

  private static Registration add(ConcurrentLinkedDeque<Registration> actions, Runnable action) {
    if (HOOKED.compareAndSet(false, true)) {
      try {
        // Not a daemon even if one makes it: at the end of a child it is waited for.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().daemon(false).name("pythonic-exit").unstarted(Lifecycle::end));
        hooked = true;
      } catch (IllegalStateException _) {
        exiting = true; // too late: the JVM is ending, and nobody will look for the action
      }
    }
    var registration = new Registration(actions, action);
    actions.add(registration);
    return registration;
  }

  private static void finish() {
    exiting = true;
    runAll(BEFORE_EXIT);
  }

  private static void end() {
    last = true;
    Thread ending = Thread.currentThread();
    Thread.ofPlatform().daemon().name("pythonic-exit-signals").start(() -> lookForSignals(ending));
    try {
      if (bySignal()) {
        finishNothing();
      } else {
        finish();
      }
      runAll(AT_EXIT);
    } finally {
      ENDED.happen();
    }
  }

  /** Whoever presses Ctrl-C does not want to wait for the work under way. */
  private static void finishNothing() {
    abrupt = true;
    exiting = true;
    BEFORE_EXIT.clear();
  }

  private static void lookForSignals(Thread ending) {
    if (!ENDED.await(Deadline.after(QUICK))) {
      LateSignals.handle(signal -> cutShort(ending, signal));
      if (!abrupt && bySignal()) { // it came first
        cutShort(ending, SIGTERM);
      }
    }
  }

  private static void cutShort(Thread ending, int signal) {
    finishNothing();
    ending.interrupt();
    if (!ENDED.await(Deadline.after(GRACE))) {
      Runtime.getRuntime().halt(SIGNALLED + signal);
    }
  }

  /** Waits, in another shutdown hook, until all is done. The JVM starts its hooks in any order. */
  public static void awaitEnd() {
    if (hooked) {
      ENDED.awaitUninterruptibly();
    }
  }

  /** {@return whether a signal ends the program: Ctrl-C, or SIGTERM} Only at the end; before it the answer is no. */
  public static boolean bySignal() {
    // The JVM handles a signal on a thread that it names after it, and which waits for the shutdown hooks.
    return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> SIGNAL_HANDLER.matcher(thread.getName()).matches());
  }

  private static void runAll(ConcurrentLinkedDeque<Registration> actions) {
    for (Registration next = actions.pollLast(); next != null; next = actions.pollLast()) {
      try {
        next.action.run();
      } catch (Throwable e) { // one that fails must not keep the others from being done
        Console.write(System.err, Traceback.format(e));
      }
    }
  }
}

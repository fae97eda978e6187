package pythonic.gevent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.SystemExit;
import pythonic.internal.calls.Call;
import pythonic.internal.greenlets.Failures;
import pythonic.internal.greenlets.GreenletAccess;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Alarm;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;

/**
 * The life of a greenlet of gevent's: new, scheduled, running or cancelled, done. It leaves a phase once, by
 * compare-and-set, so of a kill and a beginning one wins. The value or the exception is written before the phase, and so seen by who reads that.
 */
abstract class Spawned<T extends @Nullable Object> extends Announced {

  private static final int NEW = 0;
  private static final int SCHEDULED = 1;
  private static final int RUNNING = 2;
  private static final int CANCELLED = 3;
  private static final int DONE = 4;

  private static final AtomicInteger IDENTS = new AtomicInteger();
  private static final VarHandle PHASE;
  private static final VarHandle IDENT;

  static {
    try {
      PHASE = MethodHandles.lookup().findVarHandle(Spawned.class, "phase", int.class);
      IDENT = MethodHandles.lookup().findVarHandle(Spawned.class, "ident", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What the hub runs. */
  private final class Body implements pythonic.internal.waiting.Hub.Body {
    @Override
    public boolean isWanted() {
      return phase == SCHEDULED;
    }

    @Override
    public void run(Strand own) {
      strand = own;
      if (PHASE.compareAndSet(Spawned.this, SCHEDULED, RUNNING)) {
        live(own);
      }
    }
  }

  /** A text of a call, once somebody has asked for it. */
  private record Described(Call call, String text) {}

  /** The call, with its text if that was asked for; at the end only the text, so that arguments are not kept. */
  private @Nullable Object call;

  private volatile int phase;
  private @Nullable Strand strand; // written before the phase becomes RUNNING
  private volatile @Nullable Alarm later;
  private @Nullable Object value;
  private @Nullable Throwable exception;
  private volatile int ident = -1;
  private volatile @Nullable String name;

  Spawned(@Nullable Call call) {
    super(Strand.enter().hub());
    this.call = call;
  }

  abstract @Nullable Object runBody() throws Exception;

  final @Nullable Object call() throws Exception {
    Object known = call;
    if (known == null) {
      throw new AttributeError("_run");
    }
    return (known instanceof Described described ? described.call : (Call) known).run();
  }

  private void live(Strand own) {
    GreenletAccess.get().begin(this, own);
    try {
      value = runBody();
    } catch (pythonic.greenlet.GreenletExit e) {
      value = e;
    } catch (Throwable e) {
      exception = e;
    }
    Thread.interrupted(); // neither these are for the next greenlet here
    own.forgetThrown();
    end();
    if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt) {
      own.hub().main().raiseFirst(exception); // they end the program
    }
  }

  private void end() {
    phase = DONE;
    GreenletAccess.get().end(this);
    check();
    if (exception != null && !(exception instanceof SystemExit)) {
      Failures.report(this, exception);
    }
    call = call instanceof Described described ? described.text : null;
  }

  final void schedule() {
    if (PHASE.compareAndSet(this, NEW, SCHEDULED)) {
      hub.add(new Body());
    }
  }

  final void schedule(double seconds) {
    if (PHASE.compareAndSet(this, NEW, SCHEDULED)) {
      later = hub.alarm(Deadline.after(seconds), new Body());
    }
  }

  /** Ends it if it has not begun. {@return whether it is over now} */
  final boolean cancel(Throwable reason) {
    boolean cancelled = PHASE.compareAndSet(this, NEW, CANCELLED) || PHASE.compareAndSet(this, SCHEDULED, CANCELLED);
    if (cancelled) {
      Alarm alarm = later; // racy: one that is not there yet goes off in vain
      if (alarm != null) {
        hub.cancel(alarm);
      }
      if (reason instanceof pythonic.greenlet.GreenletExit) {
        value = reason;
      } else {
        exception = reason;
      }
      end();
    }
    return phase == DONE;
  }

  /** Raises an exception in it, and then lets its killer go on. */
  final void kill(Throwable reason, @Nullable Switch killer) {
    hub.add((Runnable) () -> killNow(reason, killer == null ? null : killer::wakeFirst));
  }

  /** In a callback: raises an exception in it, and calls back when it waits again or has ended. */
  final void killNow(Throwable reason, @Nullable Runnable then) {
    if (then != null) {
      hub.addFirst(then);
    }
    if (phase == RUNNING && strand != null) {
      strand.raiseFirst(reason);
    }
  }

  final pythonic.internal.waiting.Hub home() {
    return hub;
  }

  @Override
  final boolean hasEnded() {
    return phase == DONE;
  }

  /** {@return whether it has ended: returned, raised, or been killed} */
  public boolean ready() {
    return phase == DONE;
  }

  /** {@return whether it has ended} */
  @Override
  public boolean dead() {
    return phase == DONE;
  }

  /** {@return whether it was started and has not ended} */
  public boolean started() {
    return phase == SCHEDULED || phase == RUNNING;
  }

  /** {@return whether it was started and has not ended: Python's {@code bool(g)}} */
  @Override
  public boolean active() {
    return started();
  }

  /** {@return whether it has ended without an error: a killed one, too} */
  public boolean successful() {
    return phase == DONE && exception == null;
  }

  /** {@return what it has returned, None if it has not; of a killed one the GreenletExit} */
  @SuppressWarnings("unchecked") // what runs is of this type; a GreenletExit is not, as documented
  public @Nullable T value() {
    return phase == DONE ? (T) value : null;
  }

  /** {@return what it has raised, None if it has not} */
  public @Nullable Throwable exception() {
    return phase == DONE ? exception : null;
  }

  /** {@return a number that is its own: small, and in the order of asking} */
  public int minimal_ident() {
    if (ident < 0) {
      IDENT.compareAndSet(this, -1, IDENTS.getAndIncrement());
    }
    return ident;
  }

  /** {@return its name, {@code Greenlet-} and a number by default} */
  public String name() {
    String given = name;
    if (given == null) {
      given = "Greenlet-" + minimal_ident();
      name = given; // racy: all who ask at once make the same
    }
    return given;
  }

  /**
   * Names it.
   *
   * @param name the name
   */
  public void name(String name) {
    this.name = name;
  }

  /** {@return Python's repr, such as {@code <Greenlet at 0x1b28cdfa: fetch('a')>}} */
  @Override
  public String toString() {
    String title = getClass().getSimpleName();
    return "<" + (title.isEmpty() ? "Greenlet" : title) + (name == null ? "" : " \"" + name + "\"")
        + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + ": " + describe() + ">";
  }

  private String describe() {
    Object known = call;
    if (known instanceof Call own) {
      String text = describe(own);
      call = new Described(own, text); // racy: one that ends just now, on another processor, keeps its arguments
      return text;
    }
    return known instanceof Described described ? described.text : known == null ? "_run" : (String) known;
  }

  private static String describe(Call call) {
    String function = call.functionName();
    var arguments = new StringJoiner(", ", "(", ")");
    call.args().forEach(argument -> arguments.add(Builtins.repr(argument)));
    call.kwargs().forEach((key, argument) -> arguments.add(key + "=" + Builtins.repr(argument)));
    return (function == null ? "_run" : function) + (arguments.length() == 2 ? "" : arguments);
  }
}

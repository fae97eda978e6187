package pythonic.gevent;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.internal.calls.Call;

/**
 * A function that runs while others wait, and whose end others can wait for. Of the greenlets of a thread one runs at a
 * time, in the order in which they became ready, unless {@link Gevent#parallel} says otherwise: it goes on until it waits,
 * in whatever call of the library. A subclass may override {@link #_run}.
 *
 * <p>Each that waits has a virtual thread of its own; those that never wait may share one, one after the other.
 *
 * @param <T> the type of what it returns
 * @see <a href="https://www.gevent.org/api/gevent.greenlet.html">gevent: Greenlet</a>
 */
public class Greenlet<T extends @Nullable Object> extends GreenletSpawns<T> {

  /**
   * A greenlet of a subclass that overrides {@link #_run}.
   *
   * @throws TypeError if this is no subclass
   */
  public Greenlet() {
    super(null);
    if (getClass() == Greenlet.class) {
      throw new TypeError("The run argument or self._run must be callable");
    }
  }

  private Greenlet(Call call) {
    super(call);
  }

  /**
   * A greenlet that is to run a function of any shape.
   *
   * @param run what runs
   * @param arguments its arguments
   * @throws TypeError if the function is None
   */
  public Greenlet(@Nullable Callable run, @Nullable Object[] arguments) {
    super(Call.of(callable(run), arguments));
  }

  static Callable callable(@Nullable Callable run) {
    if (run == null) {
      throw new TypeError("The run argument or self._run must be callable");
    }
    return run;
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param function what runs
   */
  public Greenlet(Function0<? extends T> function) {
    this(Call.of(function));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param function what runs
   * @param a argument 1
   */
  public <A extends @Nullable Object> Greenlet(Function1<? super A, ? extends T> function, A a) {
    this(Call.of(function, a));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Function2<? super A, ? super B, ? extends T> function, A a, B b) {
    this(Call.of(function, a, b));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Function3<? super A, ? super B, ? super C, ? extends T> function, A a, B b, C c) {
    this(Call.of(function, a, b, c));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param function what runs
   */
  public Greenlet(Procedure0 function) {
    this(Call.of(function));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param function what runs
   * @param a argument 1
   */
  public <A extends @Nullable Object> Greenlet(Procedure1<? super A> function, A a) {
    this(Call.of(function, a));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Procedure2<? super A, ? super B> function, A a, B b) {
    this(Call.of(function, a, b));
  }

  /**
   * A greenlet that is to run a function, once it is started.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Procedure3<? super A, ? super B, ? super C> function, A a, B b, C c) {
    this(Call.of(function, a, b, c));
  }

  static <X extends @Nullable Object> Greenlet<X> started(Call call) {
    callable(call.function());
    var greenlet = new Greenlet<X>(call);
    greenlet.start();
    return greenlet;
  }

  static <X extends @Nullable Object> Greenlet<X> startedLater(double seconds, Call call) {
    callable(call.function());
    var greenlet = new Greenlet<X>(call);
    greenlet.start_later(seconds);
    return greenlet;
  }

  /**
   * What runs: the function it was made with, unless a subclass does something else.
   *
   * @return what {@link #get} gives
   * @throws Exception whatever it raises
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // by the constructors, the function returns T
  public T _run() throws Exception {
    return (T) call();
  }

  @Override
  final @Nullable Object runBody() throws Exception {
    return _run();
  }

  /** Has it run when the current one waits. Nothing happens if it was started before. */
  public void start() {
    schedule();
  }

  /**
   * Has it run after a time. Nothing happens if it was started before.
   *
   * @param seconds how long
   */
  public void start_later(double seconds) {
    schedule(seconds);
  }
}

package pythonic.greenlet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.keywords.Args;
import pythonic.internal.greenlets.GreenletAccess;
import pythonic.internal.waiting.Strand;

/**
 * A function with a stack of its own, which runs only while others are switched away from it: {@link #switch_} goes to
 * it, and comes back when somebody switches here again. Of the greenlets of a thread one runs at a time, and what it did
 * before a switch is visible after it. When the function has returned, what it returned goes to the parent, as does an
 * exception that it did not catch.
 *
 * <p>A thread that uses greenlets becomes a greenlet itself, the main one. Each other greenlet is a virtual thread; so
 * {@code Thread.currentThread()}, thread-locals and the owner of an RLock are each greenlet's own. What CPython does when
 * a suspended greenlet is no longer referenced, which is to raise {@link GreenletExit} in it, does not happen here: a
 * greenlet that nobody switches to again stays suspended, and costs its stack, until the program ends.
 *
 * <p>An interrupt does not end a switch: its flag is kept for the next call that waits.
 *
 * @see <a href="https://greenlet.readthedocs.io/en/latest/api.html#greenlet.greenlet">greenlet: greenlet</a>
 */
public non-sealed class Greenlet extends BasicGreenlet {

  static {
    GreenletAccess.set(new GreenletAccess() {
      @Override
      public void begin(Object greenlet, Strand strand) {
        ((Greenlet) greenlet).strand = strand;
        strand.occupant(greenlet);
      }

      @Override
      public void end(Object greenlet) {
        ((Greenlet) greenlet).dead = true;
      }

      @Override
      public void cancel(Object greenlet) {
        ((Greenlet) greenlet).dead = true;
      }
    });
  }

  /** A greenlet for a subclass that overrides {@link #run(Object...)}; its parent is the current one. */
  public Greenlet() {
    this((Callable) null, getcurrent());
  }

  /**
   * A greenlet that is to run a function of any shape; its parent is the current one.
   *
   * @param run what runs when it is first switched to, with that switch's values as arguments
   */
  public Greenlet(Callable run) {
    this(run, getcurrent());
  }

  /**
   * A greenlet that is to run a function.
   *
   * @param run what runs when it is first switched to, with that switch's values as arguments; None for {@link #run}
   * @param parent where control goes at its end, None for the current greenlet
   */
  public Greenlet(@Nullable Callable run, @Nullable Greenlet parent) {
    super(run, parent == null ? getcurrent() : parent);
  }

  /**
   * A greenlet that is to run a function of 0 arguments that returns nothing; its parent is the current one.
   *
   * @param run what runs when it is first switched to
   */
  public Greenlet(Procedure0 run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 0 arguments that returns nothing.
   *
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public Greenlet(Procedure0 run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 1 argument that returns nothing; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object> Greenlet(Procedure1<A> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 1 argument that returns nothing.
   *
   * @param <A> the type of argument 1
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object> Greenlet(Procedure1<A> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 2 arguments that returns nothing; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Procedure2<A, B> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 2 arguments that returns nothing.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Procedure2<A, B> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 3 arguments that returns nothing; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Procedure3<A, B, C> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 3 arguments that returns nothing.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Procedure3<A, B, C> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 0 arguments that returns a value; its parent is the current one.
   *
   * @param run what runs when it is first switched to
   */
  public Greenlet(Function0<?> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 0 arguments that returns a value.
   *
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public Greenlet(Function0<?> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 1 argument that returns a value; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object> Greenlet(Function1<A, ?> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 1 argument that returns a value.
   *
   * @param <A> the type of argument 1
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object> Greenlet(Function1<A, ?> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 2 arguments that returns a value; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Function2<A, B, ?> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 2 arguments that returns a value.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet(Function2<A, B, ?> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  /**
   * A greenlet that is to run a function of 3 arguments that returns a value; its parent is the current one.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param run what runs when it is first switched to
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Function3<A, B, C, ?> run) {
    this((Callable) run, getcurrent());
  }

  /**
   * A greenlet that is to run a function of 3 arguments that returns a value.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param run what runs when it is first switched to
   * @param parent where control goes at its end, None for the current greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet(Function3<A, B, C, ?> run, @Nullable Greenlet parent) {
    this((Callable) run, parent);
  }

  private Greenlet(Strand strand) {
    super(null, null);
    this.strand = strand;
  }

  /** {@return the greenlet that runs now} */
  public static Greenlet getcurrent() {
    return current(Strand.enter());
  }

  static Greenlet current(Strand strand) {
    if (strand.occupant() == null) {
      strand.occupant(new Greenlet(strand));
    }
    return (Greenlet) Objects.requireNonNull(strand.occupant());
  }

  /**
   * Has a function told of each switch of the current thread's greenlets.
   *
   * @param callback gets {@code "switch"} or {@code "throw"}, and the two greenlets as a tuple; None for no function
   * @return the function that was told before, None if there was none
   */
  public static @Nullable Procedure2<? super String, ? super Args> settrace(@Nullable Procedure2<? super String, ? super Args> callback) {
    Greenlet main = Switching.main(getcurrent());
    Procedure2<? super String, ? super Args> before = main.tracer;
    main.tracer = callback;
    return before;
  }

  /** {@return the function that is told of the current thread's switches, None if there is none} */
  public static @Nullable Procedure2<? super String, ? super Args> gettrace() {
    return Switching.main(getcurrent()).tracer;
  }
}

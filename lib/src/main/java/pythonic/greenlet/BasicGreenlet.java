package pythonic.greenlet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.HasBool;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.keywords.Args;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Strand;

/** What a greenlet is and does; {@link Greenlet} adds the shapes of functions that it can be made of. */
@SuppressWarnings("ReferenceEquality") // a greenlet is only ever itself
abstract sealed class BasicGreenlet implements HasBool permits Greenlet {

  /** Where it runs: null until it begins. All fields are touched only by who has the thread's turn. */
  @Nullable Strand strand;

  private @Nullable Greenlet parent;
  boolean dead;

  /** What the switch that comes here brings. */
  private @Nullable Parcel parcel;

  /** Of a main greenlet: who is told of its thread's switches. */
  @Nullable Procedure2<? super String, ? super Args> tracer;

  /** Of a main greenlet: the generators that its thread's greenlets have begun. */
  @Nullable AbandonedGenerators generators;

  /** What runs, null for what a subclass overrides. */
  private final @Nullable Callable function;

  BasicGreenlet(@Nullable Callable function, @Nullable Greenlet parent) {
    this.function = function;
    this.parent = parent;
  }

  private Greenlet self() {
    return (Greenlet) this;
  }

  static Greenlet required(@Nullable Greenlet greenlet) {
    if (greenlet == null) {
      throw new TypeError("GreenletChecker: Expected any type of greenlet, not NoneType");
    }
    return greenlet;
  }

  /**
   * Goes to this greenlet, or, if it is dead, to its parent.
   *
   * @return what the switch that comes back here brings: one value as it is, none or several as a tuple
   * @throws Error if it belongs to another thread
   */
  public @Nullable Object switch_() {
    return go(Parcel.EMPTY);
  }

  /**
   * Goes to this greenlet, or, if it is dead, to its parent, with a value.
   *
   * @param value what its switch returns; the argument of its function if it has not begun
   * @return what the switch that comes back here brings: one value as it is, none or several as a tuple
   * @throws Error if it belongs to another thread
   */
  public @Nullable Object switch_(@Nullable Object value) {
    return go(Parcel.one(value));
  }

  /**
   * Goes to this greenlet, or, if it is dead, to its parent, with values.
   *
   * @param values what its switch returns as a tuple; the arguments of its function if it has not begun. The last may be
   *     {@code kwargs(...)}
   * @return what the switch that comes back here brings: one value as it is, none or several as a tuple
   * @throws Error if it belongs to another thread
   */
  public @Nullable Object switch_(@Nullable Object... values) {
    return go(values == null ? Parcel.one(null) : Parcel.of(values));
  }

  /**
   * Goes to this greenlet, which dies there unless it catches GreenletExit.
   *
   * @return what the switch that comes back here brings
   * @throws Error if it belongs to another thread
   */
  public @Nullable Object throw_() {
    return throw_(new GreenletExit());
  }

  /**
   * Goes to this greenlet and raises an exception there. If it has not begun it is dead then; if it is dead the exception
   * goes to its parent, where a GreenletExit is not raised but returned.
   *
   * @param exception what is raised
   * @return what the switch that comes back here brings
   * @throws Error if it belongs to another thread
   */
  public @Nullable Object throw_(Throwable exception) {
    return go(Parcel.raising(exception));
  }

  private @Nullable Object go(Parcel sent) {
    Strand own = Strand.enter();
    Greenlet current = Greenlet.current(own);
    Greenlet main = Switching.checkThread(self(), current);
    Greenlet target = reach(sent);
    if (target == current) {
      return open(Objects.requireNonNull(target.take()));
    }
    Switching.trace(main, current, target);
    own.handOver(Objects.requireNonNull(target.strand));
    Throwable stuck = own.takeThrown();
    if (stuck != null) {
      throw Raise.unchecked(stuck);
    }
    return open(Objects.requireNonNull(current.take()));
  }

  private static @Nullable Object open(Parcel received) {
    if (received.thrown() != null) {
      throw Raise.unchecked(received.thrown());
    }
    return received.unpack();
  }

  void receive(Parcel arriving) {
    parcel = arriving;
  }

  @Nullable Parcel parcel() {
    return parcel;
  }

  @Nullable Parcel take() {
    Parcel taken = parcel;
    parcel = null;
    return taken;
  }

  /** Hands a parcel to the greenlet that is to go on: this one or, if it is dead, the nearest parent that is not. */
  Greenlet reach(Parcel sent) {
    Greenlet target = self();
    Parcel arriving = sent;
    while (target.dead || (target.strand == null && arriving.thrown() != null)) {
      target.dead = true;
      arriving = arriving.atTheEnd();
      target = Objects.requireNonNull(target.parent());
    }
    target.receive(arriving);
    if (target.strand == null) {
      Greenlet beginning = target;
      target.strand = Strand.enter().sibling(beginning::live);
    }
    return target;
  }

  void live() {
    Strand own = Strand.enter();
    own.occupant(self());
    Parcel result;
    try {
      result = Parcel.one(run(Objects.requireNonNull(take()).values()));
    } catch (Throwable e) {
      result = Parcel.raising(e).atTheEnd();
    }
    dead = true;
    Greenlet next = Objects.requireNonNull(parent).reach(result);
    Switching.trace(Switching.main(self()), self(), next);
    Objects.requireNonNull(next.strand).give();
  }

  /**
   * What runs in the greenlet: the function it was made with, unless a subclass does something else.
   *
   * @param arguments the values of the first switch
   * @return what goes to the parent
   * @throws Exception whatever the function raises
   */
  public @Nullable Object run(@Nullable Object... arguments) throws Exception {
    if (function == null) {
      throw new AttributeError("run");
    }
    return Parcel.of(arguments).call(function);
  }

  /** {@return where control goes at its end, None for a main greenlet} */
  public @Nullable Greenlet parent() {
    return parent;
  }

  /**
   * Sets where control goes at its end.
   *
   * @param parent a greenlet of the same thread
   * @throws AttributeError for a main greenlet
   * @throws TypeError if the parent is None
   * @throws ValueError if this greenlet is among its parents, or it has begun on another thread
   */
  public void parent(Greenlet parent) {
    if (this.parent == null) {
      throw new AttributeError("cannot set the parent of a main greenlet");
    }
    for (Greenlet above = required(parent); above != null; above = above.parent()) {
      if (above == this) {
        throw new ValueError("cyclic parent chain");
      }
    }
    if (strand != null && !dead && Switching.main(parent) != Switching.main(self())) {
      throw new ValueError("parent cannot be on a different thread");
    }
    this.parent = parent;
  }

  /** {@return whether it has returned, or was ended by an exception} */
  public boolean dead() {
    return dead;
  }

  /** {@return whether it has begun and is not dead: Python's {@code bool(g)}} */
  public boolean active() {
    return strand != null && !dead;
  }

  /** {@return the same as {@link #active}} */
  @Override
  public boolean __bool__() {
    return active();
  }

  /** {@return Python's repr, which tells its state} */
  @Override
  public String toString() {
    return Switching.repr(self());
  }

}

package pythonic.greenlet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.GeneratorExit;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;

/**
 * A function that yields, as Python's generators do: {@code generator(Lesson::countdown, 5)} is Python's
 * {@code countdown(5)}, and {@code yield_(n)} in the function is {@code yield n}. The body runs on a greenlet, up to its
 * next {@code yield_}, whenever an item is asked for. Not in Python, where the language has it.
 *
 * <p>It belongs to the thread that asks it first. One that is neither read to its end nor closed keeps its greenlet.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/reference/expressions.html#generator-iterator-methods">Python: generators</a>
 */
public final class GreenletGenerator<T extends @Nullable Object> implements Generator<T> {

  /** The greenlet of a generator's body, by which {@link #yield_} knows its generator. */
  private static final class Body extends Greenlet {

    private final GreenletGenerator<?> generator;

    Body(GreenletGenerator<?> generator) {
      this.generator = generator;
    }

    @Override
    public @Nullable Object run(@Nullable Object... arguments) {
      generator.live();
      return null;
    }
  }

  private final Call call;

  /** Null until it begins and after its end. */
  private @Nullable Body body;

  private boolean begun;
  private boolean running;

  /** Whether an item is there that {@link #hasNext} has asked for. */
  private boolean ahead;

  private @Nullable Object item;
  private @Nullable Object sent;

  /** What ended the body: a StopIteration with its result, or what it raised. */
  private @Nullable Throwable end;

  private GreenletGenerator(Call call) {
    this.call = call;
  }

  private void live() {
    try {
      if (end != null) {
        throw Raise.unchecked(end); // thrown in before it began
      }
      Object result = call.run();
      end = result == null ? new StopIteration() : new StopIteration(result);
    } catch (StopIteration e) {
      end = new RuntimeError("generator raised StopIteration").initCause(e);
    } catch (Throwable e) {
      end = e;
    }
    body = null;
  }

  /**
   * {@return what the body's generator is sent} Gives an item to whoever asked for it, and waits until the next is asked
   * for: Python's {@code x = yield item}.
   *
   * @param item the item
   * @throws RuntimeError if the caller is not the body of a generator
   */
  public static @Nullable Object yield_(@Nullable Object item) {
    if (!(Greenlet.getcurrent() instanceof Body here)) {
      throw new RuntimeError("'yield' outside function");
    }
    here.generator.item = item;
    Objects.requireNonNull(here.parent()).switch_();
    Object received = here.generator.sent;
    here.generator.sent = null;
    return received;
  }

  /** {@return what the body's generator is sent} Gives None: Python's {@code x = yield}. */
  public static @Nullable Object yield_() {
    return yield_(null);
  }

  /** Goes to the body until it yields or ends, where an exception is raised first if there is one. */
  private @Nullable Object resume(@Nullable Throwable exception) {
    if (running) {
      throw new ValueError("generator already executing");
    }
    if (begun && body == null) {
      throw Raise.unchecked(exception == null ? new StopIteration() : exception);
    }
    running = true;
    try {
      if (body == null) {
        begun = true;
        end = exception;
        body = new Body(this);
        body.switch_();
      } else {
        body.parent(Greenlet.getcurrent());
        if (exception == null) {
          body.switch_();
        } else {
          body.throw_(exception);
        }
      }
    } finally {
      running = false;
    }
    if (body == null) {
      throw Raise.unchecked(Objects.requireNonNull(end));
    }
    return item;
  }

  /** {@return whether there is another item} The body runs until it yields one. */
  @Override
  public boolean hasNext() {
    if (!ahead) {
      try {
        item = resume(null);
        ahead = true;
      } catch (StopIteration e) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return the next item}
   *
   * @throws StopIteration if there is none, with what the body returned; Java's {@code NoSuchElementException} is not raised
   */
  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // what the body yields is what the caller says it does
  public T next() {
    if (!ahead) {
      return (T) resume(null);
    }
    ahead = false;
    return (T) item;
  }

  /**
   * Has {@code yield_} return a value where the body waits.
   *
   * @param value what it returns
   * @return the next item
   * @throws TypeError if the body has not begun and the value is not None
   * @throws StopIteration if the body ends, with what it returned
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // what the body yields is what the caller says it does
  public T send(@Nullable Object value) {
    if (!begun && value != null) {
      throw new TypeError("can't send non-None value to a just-started generator");
    }
    ahead = false;
    sent = value;
    return (T) resume(null);
  }

  /**
   * Raises an exception where the body waits.
   *
   * @param exception the exception
   * @return the next item
   * @throws StopIteration if the body ends, with what it returned
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // what the body yields is what the caller says it does
  public T throw_(Throwable exception) {
    ahead = false;
    return (T) resume(exception);
  }

  /**
   * Raises GeneratorExit where the body waits. Nothing happens if it has not begun or has ended.
   *
   * @throws RuntimeError if the body yields again
   */
  @Override
  public void close() {
    if (!begun || body == null) {
      begun = true;
      return;
    }
    ahead = false;
    try {
      resume(new GeneratorExit());
    } catch (StopIteration | GeneratorExit e) {
      return;
    }
    throw new RuntimeError("generator ignored GeneratorExit");
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param body calls {@link #yield_}
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object> GreenletGenerator<T> generator(Procedure0 body) {
    return new GreenletGenerator<>(Call.of((Callable) body));
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param <A> the type of argument 1
   * @param body calls {@link #yield_}
   * @param a argument 1
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object, A extends @Nullable Object> GreenletGenerator<T> generator(Procedure1<? super A> body, A a) {
    return new GreenletGenerator<>(Call.of((Callable) body, a));
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param body calls {@link #yield_}
   * @param a argument 1
   * @param b argument 2
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object, A extends @Nullable Object, B extends @Nullable Object> GreenletGenerator<T> generator(Procedure2<? super A, ? super B> body, A a, B b) {
    return new GreenletGenerator<>(Call.of((Callable) body, a, b));
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param body calls {@link #yield_}; what it returns is the value of the last StopIteration
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object> GreenletGenerator<T> generator(Function0<?> body) {
    return new GreenletGenerator<>(Call.of((Callable) body));
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param <A> the type of argument 1
   * @param body calls {@link #yield_}; what it returns is the value of the last StopIteration
   * @param a argument 1
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object, A extends @Nullable Object> GreenletGenerator<T> generator(Function1<? super A, ?> body, A a) {
    return new GreenletGenerator<>(Call.of((Callable) body, a));
  }

  /**
   * Makes a generator.
   *
   * @param <T> the type of the items
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param body calls {@link #yield_}; what it returns is the value of the last StopIteration
   * @param a argument 1
   * @param b argument 2
   * @return the generator; the body has not begun
   */
  public static <T extends @Nullable Object, A extends @Nullable Object, B extends @Nullable Object> GreenletGenerator<T> generator(Function2<? super A, ? super B, ?> body, A a, B b) {
    return new GreenletGenerator<>(Call.of((Callable) body, a, b));
  }
}

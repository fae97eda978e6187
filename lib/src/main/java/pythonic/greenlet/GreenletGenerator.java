package pythonic.greenlet;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.internal.calls.Call;

/**
 * A function that yields, as Python's generators do: {@code generator(Lesson::countdown, 5)} is Python's
 * {@code countdown(5)}, and {@code yield_(n)} in the function is {@code yield n}. The body runs on a greenlet, up to its
 * next {@code yield_}, whenever an item is asked for. Not in Python, where the language has it.
 *
 * <p>It belongs to the thread that asks it first. One that is neither read to its end nor closed is closed when it is no longer
 * referenced, as in Python, but later: when that thread asks another generator for an item after Java has noticed it.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/reference/expressions.html#generator-iterator-methods">Python: generators</a>
 */
public final class GreenletGenerator<T extends @Nullable Object> implements Generator<T> {

  private final GeneratorBody body;

  /** Whether an item is there that {@link #hasNext} has asked for. */
  private boolean ahead;

  private @Nullable Object item;

  private GreenletGenerator(Call call) {
    body = new GeneratorBody(call);
  }

  /**
   * {@return what the body's generator is sent} Gives an item to whoever asked for it, and waits until the next is asked
   * for: Python's {@code x = yield item}.
   *
   * @param item the item
   * @throws RuntimeError if the caller is not the body of a generator
   */
  public static @Nullable Object yield_(@Nullable Object item) {
    return GeneratorBody.current().yielded(item);
  }

  /** {@return what the body's generator is sent} Gives None: Python's {@code x = yield}. */
  public static @Nullable Object yield_() {
    return yield_(null);
  }

  private @Nullable Object resume(@Nullable Throwable exception, @Nullable Object value) {
    try {
      return body.resume(this, exception, value);
    } finally {
      Reference.reachabilityFence(this); // else it would seem to be abandoned while it runs
    }
  }

  /** {@return whether there is another item} The body runs until it yields one. */
  @Override
  public boolean hasNext() {
    if (!ahead) {
      try {
        item = resume(null, null);
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
      return (T) resume(null, null);
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
    if (!body.hasBegun() && value != null) {
      throw new TypeError("can't send non-None value to a just-started generator");
    }
    ahead = false;
    return (T) resume(null, value);
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
    return (T) resume(exception, null);
  }

  /**
   * Raises GeneratorExit where the body waits. Nothing happens if it has not begun or has ended.
   *
   * @throws RuntimeError if the body yields again
   */
  @Override
  public void close() {
    ahead = false;
    try {
      body.close();
    } finally {
      Reference.reachabilityFence(this);
    }
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

package pythonic.contextvars;

import java.util.AbstractMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Function6;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;

/** A context's {@code run}, for functions of every arity: they differ only in the function's shape. */
abstract class ContextCalls extends AbstractMap<ContextVar<?>, @Nullable Object> {

  ContextCalls() {}

  abstract @Nullable Object call(Callable function, @Nullable Object... arguments);

  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // the caller has typed the function
  private <R extends @Nullable Object> R result(@Nullable Object value) {
    return (R) value;
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <R> the type of the result
   * @param callable the function
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <R extends @Nullable Object> R run(Function0<? extends R> callable) {
    return result(call(callable));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, R extends @Nullable Object> R run(Function1<? super A, ? extends R> callable, A a) {
    return result(call(callable, a));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> R run(Function2<? super A, ? super B, ? extends R> callable, A a, B b) {
    return result(call(callable, a, b));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> R run(Function3<? super A, ? super B, ? super C, ? extends R> callable, A a, B b, C c) {
    return result(call(callable, a, b, c));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> R run(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> callable, A a, B b, C c, D d) {
    return result(call(callable, a, b, c, d));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> R run(Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> callable, A a, B b, C c, D d, E e) {
    return result(call(callable, a, b, c, d, e));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the result
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @param f argument 6
   * @return what it returns
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> R run(Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> callable, A a, B b, C c, D d, E e, F f) {
    return result(call(callable, a, b, c, d, e, f));
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param callable the function
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public void run(Procedure0 callable) {
    var _ = call(callable);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param callable the function
   * @param a argument 1
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object> void run(Procedure1<? super A> callable, A a) {
    var _ = call(callable, a);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object> void run(Procedure2<? super A, ? super B> callable, A a, B b) {
    var _ = call(callable, a, b);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> void run(Procedure3<? super A, ? super B, ? super C> callable, A a, B b, C c) {
    var _ = call(callable, a, b, c);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> void run(Procedure4<? super A, ? super B, ? super C, ? super D> callable, A a, B b, C c, D d) {
    var _ = call(callable, a, b, c, d);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> void run(Procedure5<? super A, ? super B, ? super C, ? super D, ? super E> callable, A a, B b, C c, D d, E e) {
    var _ = call(callable, a, b, c, d, e);
  }

  /**
   * Calls a function with this as the current context. What it throws passes through.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param callable the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @param f argument 6
   * @throws pythonic.builtins.RuntimeError if this context is current already, in this thread or another
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> void run(Procedure6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F> callable, A a, B b, C c, D d, E e, F f) {
    var _ = call(callable, a, b, c, d, e, f);
  }
}

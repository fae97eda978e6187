package pythonic.builtins;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.TimedFunction;

/** The keywords {@code initializer} and {@code function}, whose value is a function that is run for its effect. */
abstract sealed class InitializerKeywords extends RunKeywords permits PoolKeywords {

  InitializerKeywords() {}

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param function what each worker calls first, of 0 arguments
   * @return the keyword
   */
  public static Initializer initializer(Procedure0 function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param function what each worker calls first, of 1 argument
   * @return the keyword
   */
  public static <A extends @Nullable Object> Initializer initializer(Procedure1<A> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what each worker calls first, of 2 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> Initializer initializer(Procedure2<A, B> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what each worker calls first, of 3 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Initializer initializer(Procedure3<A, B, C> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function what each worker calls first, of 4 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Initializer initializer(Procedure4<A, B, C, D> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param function what each worker calls first, of 5 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Initializer initializer(Procedure5<A, B, C, D, E> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param function what each worker calls first, of 6 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Initializer initializer(Procedure6<A, B, C, D, E, F> function) {
    return new Initializer(function);
  }

  /**
   * {@code initializer=function} of a pool or executor.
   *
   * @param function what each worker calls first, of any shape; null is Python's None
   * @return the keyword
   */
  public static Initializer initializer(@Nullable Callable function) {
    return new Initializer(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param function what the timer calls, of 0 arguments
   * @return the keyword
   */
  public static TimedFunction function(Procedure0 function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param function what the timer calls, of 1 argument
   * @return the keyword
   */
  public static <A extends @Nullable Object> TimedFunction function(Procedure1<A> function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what the timer calls, of 2 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> TimedFunction function(Procedure2<A, B> function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what the timer calls, of 3 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> TimedFunction function(Procedure3<A, B, C> function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function what the timer calls, of 4 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> TimedFunction function(Procedure4<A, B, C, D> function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param function what the timer calls, of 5 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> TimedFunction function(Procedure5<A, B, C, D, E> function) {
    return new TimedFunction(function);
  }

  /**
   * {@code function=function} of a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param function what the timer calls, of 6 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> TimedFunction function(Procedure6<A, B, C, D, E, F> function) {
    return new TimedFunction(function);
  }
}

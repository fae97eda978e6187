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
import pythonic.builtins.keywords.Action;
import pythonic.builtins.keywords.Target;

/** The keywords {@code target} and {@code action}, whose value is a function that is run for its effect. */
abstract sealed class TargetKeywords extends SharedMemoryKeywords permits SubprocessKeywords {

  TargetKeywords() {}

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param function what runs, of 0 arguments
   * @return the keyword
   */
  public static Target target(Procedure0 function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param function what runs, of 1 argument
   * @return the keyword
   */
  public static <A extends @Nullable Object> Target target(Procedure1<A> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs, of 2 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> Target target(Procedure2<A, B> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what runs, of 3 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Target target(Procedure3<A, B, C> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function what runs, of 4 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Target target(Procedure4<A, B, C, D> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param function what runs, of 5 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Target target(Procedure5<A, B, C, D, E> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param function what runs, of 6 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Target target(Procedure6<A, B, C, D, E, F> function) {
    return new Target(function);
  }

  /**
   * {@code target=function} of a thread or process; what the function returns is ignored.
   *
   * @param function what runs, of any shape; null is Python's None
   * @return the keyword
   */
  public static Target target(@Nullable Callable function) {
    return new Target(function);
  }

  /**
   * {@code action=function} of a barrier.
   *
   * @param function called by one of the threads before all are released; null is Python's None
   * @return the keyword
   */
  public static Action action(@Nullable Procedure0 function) {
    return new Action(function);
  }
}

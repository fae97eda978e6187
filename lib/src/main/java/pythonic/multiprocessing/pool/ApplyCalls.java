package pythonic.multiprocessing.pool;

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
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.ApplyKeyword;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Func;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.TaskTimeout;

/** A pool's {@code apply}, for functions of every arity: they differ only in the function's shape. */
abstract sealed class ApplyCalls extends ApplyAsyncCalls permits StarmapAsyncCalls {

  ApplyCalls() {}

  @SuppressWarnings("TypeParameterUnusedInFormals") // the callers know the type that the function returns
  private <R extends @Nullable Object> R result(Callable function, ApplyKeyword[] keywords) {
    var asynchronous = new ApplyAsyncKeyword[keywords.length];
    for (int i = 0; i < keywords.length; i++) {
      asynchronous[i] =
          switch (keywords[i]) {
            case Args args -> args;
            case Kwds kwds -> kwds;
            case TaskTimeout timeout -> timeout;
          };
    }
    return this.<R>submit(function, asynchronous).get();
  }

  /**
   * Calls a function of 0 arguments in a worker and waits for it.
   *
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <R extends @Nullable Object> R apply(Function0<R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 1 argument in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, R extends @Nullable Object> R apply(Function1<A, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 2 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> R apply(Function2<A, B, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 3 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> R apply(Function3<A, B, C, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 4 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> R apply(Function4<A, B, C, D, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 5 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> R apply(Function5<A, B, C, D, E, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 6 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> R apply(Function6<A, B, C, D, E, F, R> func, ApplyKeyword... keywords) {
    return result(func, keywords);
  }

  /**
   * Calls a function of 0 arguments in a worker and waits for it.
   *
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public void apply(Procedure0 func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 1 argument in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object> void apply(Procedure1<A> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 2 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object> void apply(Procedure2<A, B> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 3 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> void apply(Procedure3<A, B, C> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 4 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> void apply(Procedure4<A, B, C, D> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 5 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> void apply(Procedure5<A, B, C, D, E> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function of 6 arguments in a worker and waits for it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> void apply(Procedure6<A, B, C, D, E, F> func, ApplyKeyword... keywords) {
    result(func, keywords);
  }

  /**
   * Calls a function in a worker and waits for it.
   *
   * @param <R> the type of the result
   * @param func the function, by keyword
   * @param keywords the arguments in {@code args} and {@code kwds}
   * @return what the function returns
   */
  public <R extends @Nullable Object> R apply(Func<R> func, ApplyKeyword... keywords) {
    return result(func.function(), keywords);
  }
}

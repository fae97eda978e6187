package pythonic.gevent.pool;

import java.util.List;
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
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;

/** One call of a function, by a greenlet of a group: functions of every shape. */
abstract class ApplyCalls extends ImapCalls {

  ApplyCalls() {}

  abstract boolean isFull();

  abstract boolean isOwn(Object greenlet);

  private static Object[] values(Args args) {
    return args.values().toArray();
  }

  /**
   * {@return what a function returns, which a greenlet of the group calls, or the current one if it is of the group}
   *
   * @param <R> the type of the result
   * @param function the function, of any shape
   * @param args its arguments
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // the function returns R
  public <R extends @Nullable Object> R apply(Callable function, Args args) {
    if (!isOwn(Gevent.getcurrent())) {
      return this.<R>begin(function, values(args)).get();
    }
    try {
      return (R) Call.of(function, values(args)).run();
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }

  /**
   * {@return what a function returns, which a greenlet of the group calls}
   *
   * @param <R> the type of the result
   * @param function the function
   */
  public <R extends @Nullable Object> R apply(Function0<? extends R> function) {
    return apply((Callable) function, new Args(List.of()));
  }

  /**
   * Has a greenlet of the group call a function, and waits for its end.
   *
   * @param function the function
   */
  public void apply(Procedure0 function) {
    var _ = this.<@Nullable Object>apply((Callable) function, new Args(List.of()));
  }

  /**
   * {@return what a function returns, which a greenlet of the group calls}
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, R extends @Nullable Object> R apply(Function1<? super A, ? extends R> function, Args args) {
    return apply((Callable) function, args);
  }

  /**
   * Has a greenlet of the group call a function, and waits for its end.
   *
   * @param <A> the type of argument 1
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object> void apply(Procedure1<? super A> function, Args args) {
    var _ = this.<@Nullable Object>apply((Callable) function, args);
  }

  /**
   * {@return what a function returns, which a greenlet of the group calls}
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> R apply(Function2<? super A, ? super B, ? extends R> function, Args args) {
    return apply((Callable) function, args);
  }

  /**
   * Has a greenlet of the group call a function, and waits for its end.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object> void apply(Procedure2<? super A, ? super B> function, Args args) {
    var _ = this.<@Nullable Object>apply((Callable) function, args);
  }

  /**
   * {@return what a function returns, which a greenlet of the group calls}
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> R apply(Function3<? super A, ? super B, ? super C, ? extends R> function, Args args) {
    return apply((Callable) function, args);
  }

  /**
   * Has a greenlet of the group call a function, and waits for its end.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> void apply(Procedure3<? super A, ? super B, ? super C> function, Args args) {
    var _ = this.<@Nullable Object>apply((Callable) function, args);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <R> the type of the result
   * @param function the function
   */
  public <R extends @Nullable Object> Greenlet<R> apply_async(Function0<? extends R> function) {
    return async(function, new Args(List.of()), null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param function the function
   */
  public Greenlet<@Nullable Void> apply_async(Procedure0 function) {
    return async(function, new Args(List.of()), null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> apply_async(Function1<? super A, ? extends R> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object> Greenlet<@Nullable Void> apply_async(Procedure1<? super A> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Greenlet<R> apply_async(Function2<? super A, ? super B, ? extends R> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet<@Nullable Void> apply_async(Procedure2<? super A, ? super B> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Greenlet<R> apply_async(Function3<? super A, ? super B, ? super C, ? extends R> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function the function
   * @param args its arguments
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet<@Nullable Void> apply_async(Procedure3<? super A, ? super B, ? super C> function, Args args) {
    return async(function, args, null);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   * @param callback called with the result, in a greenlet of its own
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> apply_async(Function1<? super A, ? extends R> function, Args args, Procedure1<? super R> callback) {
    return async(function, args, callback);
  }

  /**
   * {@return a greenlet that calls a function} This never waits, also if there is no room.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   * @param callback called with the result, in a greenlet of its own
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Greenlet<R> apply_async(Function2<? super A, ? super B, ? extends R> function, Args args, Procedure1<? super R> callback) {
    return async(function, args, callback);
  }

  private <R extends @Nullable Object> Greenlet<R> async(Callable function, Args args, @Nullable Procedure1<? super R> callback) {
    if (isFull()) {
      return Gevent.spawn(() -> {
        R result = apply(function, args);
        if (callback != null) {
          Gevent.spawn(callback, result);
        }
        return result;
      });
    }
    Greenlet<R> greenlet = begin(function, values(args));
    if (callback != null) {
      greenlet.link_value(_ -> callback.call(greenlet.get()));
    }
    return greenlet;
  }
}

package pythonic.gevent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.calls.Raise;
import pythonic.internal.greenlets.CallbackLink;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;

/** What others do with a greenlet: wait for it, kill it, be told of its end. */
abstract class GreenletLinks<T extends @Nullable Object> extends Spawned<T> implements AbstractLinkable, ContextManager {

  GreenletLinks(@Nullable Call call) {
    super(call);
  }

  /**
   * Waits as long as it takes for the end.
   *
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public void join() {
    await(Deadline.NEVER);
  }

  /**
   * Waits for the end.
   *
   * @param timeout the longest time to wait in seconds
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public void join(double timeout) {
    await(Deadline.after(timeout));
  }

  /**
   * Waits for the end.
   *
   * @param timeout the longest time to wait, None for no limit
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public void join(pythonic.builtins.keywords.Timeout timeout) {
    await(Deadline.afterOrNever(timeout.seconds()));
  }

  /**
   * {@return what it returns, after waiting for the end; of a killed one the GreenletExit} What it raised is raised here.
   *
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get() {
    return get(true, (Double) null);
  }

  /**
   * {@return what it returns} What it raised is raised here.
   *
   * @param block false to raise Timeout if it has not ended
   * @throws Timeout if it has not ended and the call does not wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get(boolean block) {
    return get(block, (Double) null);
  }

  /**
   * {@return what it returns} What it raised is raised here.
   *
   * @param block false to raise Timeout if it has not ended
   * @param timeout the longest time to wait in seconds
   * @throws Timeout if it has not ended in time
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get(boolean block, double timeout) {
    return get(block, (Double) timeout);
  }

  /**
   * {@return what it returns} What it raised is raised here.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws Timeout if it has not ended in time
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    pythonic.builtins.keywords.Timeout timeout = Given.find("get", keywords, pythonic.builtins.keywords.Timeout.class);
    return get(block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  @SuppressWarnings("NullAway") // None where T may be None
  private T get(boolean block, @Nullable Double timeout) {
    if (!ready() && !block) {
      throw new Timeout();
    }
    if (!await(Deadline.afterOrNever(timeout)) && !ready()) {
      throw new Timeout(timeout, (Object) null);
    }
    Throwable raised = exception();
    if (raised != null) {
      throw Raise.unchecked(raised);
    }
    return value();
  }

  /** {@return type, exception and traceback as Python's {@code sys.exc_info}; empty if it has not raised} */
  public List<Object> exc_info() {
    Throwable raised = exception();
    return raised == null ? List.of() : List.of(raised.getClass(), raised, raised.getStackTrace());
  }

  /** Raises GreenletExit in it and waits for its end. One that has not begun never will; one that has ended is left. */
  public void kill() {
    kill(new GreenletExit(), true, Deadline.NEVER);
  }

  /**
   * Raises an exception in it and waits for its end.
   *
   * @param exception what is raised
   */
  public void kill(Throwable exception) {
    kill(exception, true, Deadline.NEVER);
  }

  /**
   * Raises an exception in it.
   *
   * @param exception what is raised
   * @param block whether to wait for its end
   */
  public void kill(Throwable exception, boolean block) {
    kill(exception, block, Deadline.NEVER);
  }

  /**
   * Raises an exception in it.
   *
   * @param exception what is raised
   * @param block whether to wait for its end
   * @param timeout the longest time to wait in seconds
   */
  public void kill(Throwable exception, boolean block, double timeout) {
    kill(exception, block, Deadline.after(timeout));
  }

  /**
   * Raises GreenletExit in it.
   *
   * @param block whether to wait for its end
   */
  public void kill(Block block) {
    kill(new GreenletExit(), block.value(), Deadline.NEVER);
  }

  /**
   * Raises GreenletExit in it and waits for its end.
   *
   * @param timeout the longest time to wait, None for no limit
   */
  public void kill(pythonic.builtins.keywords.Timeout timeout) {
    kill(new GreenletExit(), true, Deadline.afterOrNever(timeout.seconds()));
  }

  private void kill(Throwable exception, boolean block, Deadline deadline) {
    if (cancel(exception)) {
      return;
    }
    if (!block) {
      kill(exception, (Switch) null);
      return;
    }
    var killer = new Switch(this);
    kill(exception, killer);
    killer.await(Deadline.NEVER);
    await(deadline);
  }

  /**
   * Raises an exception in it and lets it go on. One that has not begun never will; one that has ended is left. Meant for
   * callbacks: elsewhere {@link #kill()} is what programs call.
   *
   * @param exception what is raised
   * @return None
   */
  @Override
  public @Nullable Object throw_(Throwable exception) {
    if (!cancel(exception)) {
      kill(exception, (Switch) null);
      Gevent.sleep(0);
    }
    return null;
  }

  /** Does nothing: a {@code with} begins with a greenlet as it is. */
  @Override
  public void enter() {}

  /** Waits for its end, at the end of a {@code with}; if that fails, as by a time-out, it is killed. */
  @Override
  public void close() {
    try {
      join();
    } finally {
      kill();
    }
  }

  /**
   * Has a function called with this greenlet at its end, in a greenlet of its own.
   *
   * @param callback the function
   */
  public void link(Procedure1<Object> callback) {
    link(new CallbackLink(callback, callback, true));
  }

  /**
   * Has a function called with this greenlet when it has returned, in a greenlet of its own.
   *
   * @param callback the function
   */
  public void link_value(Procedure1<Object> callback) {
    link(new CallbackLink(callback, self -> {
      if (successful()) {
        callback.call(self);
      }
    }, true));
  }

  /**
   * Has a function called with this greenlet when it has raised an exception, in a greenlet of its own.
   *
   * @param callback the function
   */
  public void link_exception(Procedure1<Object> callback) {
    link(new CallbackLink(callback, self -> {
      if (!successful()) {
        callback.call(self);
      }
    }, true));
  }

  @Override
  public void rawlink(Procedure1<Object> callback) {
    link(new CallbackLink(callback, callback, false));
  }

  @Override
  public void unlink(Procedure1<Object> callback) {
    unlinkCallback(callback);
  }

  /** Forgets all functions that are to be told of its end. */
  public void unlink_all() {
    unlinkAll();
  }
}

package pythonic.gevent.event;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.HasStr;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.concurrent.futures.CancelledError;
import pythonic.gevent.AbstractLinkable;
import pythonic.gevent.Greenlet;
import pythonic.gevent.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.calls.Raise;
import pythonic.internal.greenlets.CallbackLink;
import pythonic.internal.greenlets.Default;
import pythonic.internal.greenlets.Links;
import pythonic.internal.waiting.Deadline;

/**
 * A value, or an exception, that greenlets wait for. It may be linked to a greenlet, whose outcome it then takes:
 * {@code greenlet.link(result)}.
 *
 * @param <T> the type of the value
 * @see <a href="https://www.gevent.org/api/gevent.event.html#gevent.event.AsyncResult">gevent: AsyncResult</a>
 */
@SuppressWarnings("serial") // what can be called may travel, but a result stays
public class AsyncResult<T extends @Nullable Object> implements AbstractLinkable, HasStr, Procedure1<Object> {

  /** What it was set to: a value, an exception, or one after the other; then the value counts, as in gevent. */
  private record Outcome(boolean valued, @Nullable Object value, @Nullable Throwable exception) {

    Outcome after(@Nullable Outcome before) {
      return before == null ? this : valued ? new Outcome(true, value, before.exception) : new Outcome(before.valued, before.value, exception);
    }
  }

  @SuppressWarnings("this-escape") // asked whether it is ready only when somebody waits
  private final transient Links links = new Links(this, this::ready, true);

  private final transient AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

  /** A result that is not set. */
  public AsyncResult() {}

  private void settle(Outcome settled) {
    outcome.updateAndGet(settled::after);
    links.check();
  }

  /** Sets it to None. */
  public void set() {
    settle(new Outcome(true, null, null));
  }

  /**
   * Sets it; all that wait for it go on.
   *
   * @param value the value
   */
  public void set(T value) {
    settle(new Outcome(true, value, null));
  }

  /**
   * Sets it, as {@link #set(Object)}.
   *
   * @param value the value
   */
  public void set_result(T value) {
    set(value);
  }

  /**
   * Sets it to an exception, which is raised in all that wait for it.
   *
   * @param exception the exception
   */
  public void set_exception(Throwable exception) {
    settle(new Outcome(false, null, exception));
  }

  /**
   * Sets it to the outcome of what has become ready: for {@code link}.
   *
   * @param source a greenlet or another result
   * @throws TypeError if it has no outcome
   */
  @Override
  public void call(Object source) {
    switch (source) {
      case Greenlet<?> greenlet -> settle(new Outcome(greenlet.successful(), greenlet.value(), greenlet.exception()));
      case AsyncResult<?> other -> settle(new Outcome(other.successful(), other.value(), other.exception()));
      default -> throw new TypeError("not a greenlet or AsyncResult: " + source);
    }
  }

  @Override
  public boolean ready() {
    return outcome.get() != null;
  }

  /** {@return whether it is set, as {@link #ready}} */
  public boolean done() {
    return ready();
  }

  /** {@return whether it is set to a value} */
  public boolean successful() {
    Outcome known = outcome.get();
    return known != null && known.valued;
  }

  /** {@return the value, None if there is none} */
  @SuppressWarnings("unchecked") // only set and link make outcomes
  public @Nullable T value() {
    Outcome known = outcome.get();
    return known == null ? null : (T) known.value;
  }

  /** {@return the exception, None if there is none} */
  public @Nullable Throwable exception() {
    Outcome known = outcome.get();
    return known == null ? null : known.exception;
  }

  /** {@return type, exception and traceback as Python's {@code sys.exc_info}; empty if there is no exception} */
  public List<Object> exc_info() {
    Throwable raised = exception();
    return raised == null ? List.of() : List.of(raised.getClass(), raised, raised.getStackTrace());
  }

  /**
   * {@return the value, after waiting for it} An exception is raised.
   *
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get() {
    return get(true, (Double) null);
  }

  /**
   * {@return the value} An exception is raised.
   *
   * @param block false to raise Timeout if it is not set
   * @throws Timeout if it is not set and the call does not wait
   */
  public T get(boolean block) {
    return get(block, (Double) null);
  }

  /**
   * {@return the value} An exception is raised.
   *
   * @param block false to raise Timeout if it is not set
   * @param timeout the longest time to wait in seconds
   * @throws Timeout if it is not set in time
   */
  public T get(boolean block, double timeout) {
    return get(block, (Double) timeout);
  }

  /**
   * {@return the value} An exception is raised.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws Timeout if it is not set in time
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    pythonic.builtins.keywords.Timeout timeout = Given.find("get", keywords, pythonic.builtins.keywords.Timeout.class);
    return get(block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  @SuppressWarnings("NullAway") // None where T may be None
  private T get(boolean block, @Nullable Double seconds) {
    if (!ready() && (!block || !links.await(this, Deadline.afterOrNever(seconds), false)) && !ready()) {
      throw block && seconds != null ? new Timeout(seconds) : new Timeout();
    }
    Throwable raised = exception();
    if (raised != null && !successful()) {
      throw Raise.unchecked(raised);
    }
    return value();
  }

  /**
   * {@return the value if it is set} An exception is raised.
   *
   * @throws Timeout if it is not set
   */
  public T get_nowait() {
    return get(false);
  }

  /** {@return the value, after waiting for it, as {@link #get()}} */
  public T result() {
    return get();
  }

  /**
   * {@return the value} An exception is raised.
   *
   * @param timeout the longest time to wait in seconds
   * @throws Timeout if it is not set in time
   */
  public T result(double timeout) {
    return get(true, timeout);
  }

  /** {@return the value, after waiting; None if it is an exception} */
  public @Nullable T wait_() {
    links.await(this, Deadline.NEVER, ready());
    return value();
  }

  /**
   * {@return the value, after waiting; None if it is an exception or the time was over}
   *
   * @param timeout the longest time to wait in seconds
   */
  public @Nullable T wait_(double timeout) {
    links.await(this, Deadline.after(timeout), ready());
    return value();
  }

  /** {@return whether it was cancelled} */
  public boolean cancelled() {
    return exception() instanceof CancelledError;
  }

  /** {@return false: what is awaited cannot be cancelled} */
  public boolean cancel() {
    return false;
  }

  @Override
  public void rawlink(Procedure1<Object> callback) {
    links.add(new CallbackLink(callback, callback, false));
  }

  @Override
  public void unlink(Procedure1<Object> callback) {
    links.remove(callback);
  }

  /** {@return such as {@code <AsyncResult value=5 unset  _links[0]>}, where gevent tells thus that no exception is set} */
  @Override
  public String str() {
    T value = value();
    Throwable exception = exception();
    return "<" + getClass().getSimpleName() + (value == null && exception == null ? "" : " value=" + Builtins.repr(value))
        + (exception == null ? " unset" : " exception=" + Builtins.repr(exception)) + "  _links[" + links.size() + "]>";
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return Default.repr(this, AsyncResult.class, "gevent._gevent_cevent.");
  }
}

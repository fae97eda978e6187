package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;

/** A call that was submitted, and the future that its submitter holds. */
record WorkItem<R extends @Nullable Object>(Future<R> future, Call call) {

  /** Runs the call, unless it was cancelled. All that it raises, SystemExit too, goes to the future. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the call returns what the submitted function returns
  void run() {
    if (!future.set_running_or_notify_cancel()) {
      return;
    }
    R result;
    try {
      result = (R) call.run();
    } catch (Throwable e) { // user code: whatever it is, it is the result
      future.set_exception(e);
      return;
    }
    future.set_result(result);
  }
}

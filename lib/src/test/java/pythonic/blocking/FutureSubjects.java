package pythonic.blocking;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import pythonic.blocking.Form.Shown;
import pythonic.builtins.Builtins;
import pythonic.builtins.Generator;
import pythonic.builtins.KeyError;
import pythonic.builtins.Keywords;
import pythonic.concurrent.futures.DoneAndNotDoneFutures;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.Futures;

/** The blocking methods of futures. */
@NullUnmarked
final class FutureSubjects {

  static final Map<String, Subject<?>> ALL = new HashMap<>();

  static {
    ALL.put(
        "Future.result",
        one(
            new Subject<Future<Integer>>()
                .form("positional", (future, limit) -> switch (limit) {
                  case OMITTED -> future.result();
                  case NONE -> future.result(limit.timeout());
                  default -> future.result(limit.seconds());
                })
                .form("keyword", (future, limit) -> limit == Limit.OMITTED ? future.result() : future.result(limit.timeout()))));
    ALL.put(
        "Future.exception",
        one(
            new Subject<Future<Integer>>()
                .form("positional", (future, limit) -> type(switch (limit) {
                  case OMITTED -> future.exception();
                  case NONE -> future.exception(limit.timeout());
                  default -> future.exception(limit.seconds());
                }))
                .form("keyword", (future, limit) -> type(limit == Limit.OMITTED ? future.exception() : future.exception(limit.timeout())))));
    ALL.put(
        "wait ALL_COMPLETED",
        waiting("ALL_COMPLETED", "no future", "finished", "failed + cancelled, noticed", "pending", "cancelled", "finished + running"));
    ALL.put("wait FIRST_COMPLETED", waiting("FIRST_COMPLETED", "finished + running", "pending + running", "cancelled + running"));
    ALL.put(
        "wait FIRST_EXCEPTION",
        waiting("FIRST_EXCEPTION", "finished + failed", "failed + running", "finished + running", "cancelled, noticed + running"));
    ALL.put("as_completed", completed());
  }

  private FutureSubjects() {}

  private static Shown type(Throwable error) {
    return error == null ? null : new Shown(Builtins.type_name(error));
  }

  private static Future<Integer> future(String state) {
    var future = new Future<Integer>();
    if (state.startsWith("cancelled")) {
      future.cancel();
    }
    if (!state.equals("pending") && !state.equals("cancelled")) {
      future.set_running_or_notify_cancel();
    }
    switch (state) {
      case "finished" -> future.set_result(5);
      case "failed" -> {
        future.set_exception(new KeyError("f"));
        future.exception(); // asked for, so that nobody reports it
      }
      default -> {}
    }
    return future;
  }

  private static void settle(Future<Integer> future) {
    if (future.running() || future.set_running_or_notify_cancel()) {
      future.set_result(7);
    }
  }

  private static Subject<Future<Integer>> one(Subject<Future<Integer>> subject) {
    for (String state : List.of("pending", "running", "finished", "failed", "cancelled", "cancelled, noticed")) {
      subject.state(
          state,
          () -> {
            Future<Integer> future = future(state);
            return Situation.of(future).release(() -> settle(future)).look(future::toString);
          });
    }
    return subject;
  }

  private static List<Future<Integer>> futures(String states) {
    return states.equals("no future") ? List.of() : Splitter.on(" + ").splitToStream(states).map(FutureSubjects::future).toList();
  }

  private static Subject<List<Future<Integer>>> several(Subject<List<Future<Integer>>> subject, String... states) {
    for (String state : states) {
      subject.state(
          state,
          () -> {
            List<Future<Integer>> futures = futures(state);
            return Situation.of(futures).release(() -> settle(futures.getLast())).look(futures::toString);
          });
    }
    return subject;
  }

  private static Subject<List<Future<Integer>>> waiting(String when, String... states) {
    return several(
        new Subject<List<Future<Integer>>>()
            .form("positional", (futures, limit) -> counts(switch (limit) {
              case OMITTED -> when.equals("ALL_COMPLETED") ? Futures.wait_(futures) : Futures.wait_(futures, Keywords.return_when(when));
              case NONE -> Futures.wait_(futures, limit.timeout(), Keywords.return_when(when));
              default -> Futures.wait_(futures, limit.seconds(), when);
            }))
            .form("keyword", (futures, limit) -> counts(
                limit == Limit.OMITTED
                    ? Futures.wait_(futures, Keywords.return_when(when))
                    : Futures.wait_(futures, Keywords.return_when(when), limit.timeout()))),
        states);
  }

  private static Shown counts(DoneAndNotDoneFutures<Integer> futures) {
    return new Shown(futures.done().size() + "+" + futures.not_done().size());
  }

  private static Subject<List<Future<Integer>>> completed() {
    return several(
        new Subject<List<Future<Integer>>>()
            .form("positional", (futures, limit) -> count(switch (limit) {
              case OMITTED -> Futures.as_completed(futures);
              case NONE -> Futures.as_completed(futures, limit.timeout());
              default -> Futures.as_completed(futures, limit.seconds());
            }))
            .form("keyword", (futures, limit) -> count(
                limit == Limit.OMITTED ? Futures.as_completed(futures) : Futures.as_completed(futures, limit.timeout()))),
        "no future", "finished + failed", "finished + running", "cancelled");
  }

  private static int count(Generator<?> items) {
    int count = 0;
    for (var _ : items) {
      count++;
    }
    return count;
  }
}

package pythonic.blocking;

import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.wait_;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Builtins;
import pythonic.builtins.Generator;
import pythonic.builtins.KeyError;
import pythonic.builtins.functions.Function1;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.concurrent.futures.UnfinishedCalls;
import pythonic.testing.Threads;

/** The blocking methods of executors. */
@NullUnmarked
final class ExecutorSubjects {

  static final Map<String, Subject<?>> ALL =
      Map.of("Executor.map", mapping(), "Executor.shutdown", shuttingDown(), "Executor.shutdown(timeout)", shuttingDownInTime());

  private ExecutorSubjects() {}

  /** An executor with one thread, whose calls pass a gate. */
  private record Pool(ThreadPoolExecutor executor, CountDownLatch gate, String state) {

    private Pool(String state) {
      this(new ThreadPoolExecutor(1), new CountDownLatch(1), state);
    }

    private int pass(String name) throws InterruptedException {
      if (name.equals("fails")) {
        throw new KeyError("w");
      }
      gate.await();
      return 5;
    }

    private List<String> arguments() {
      return state.equals("no argument") ? List.of() : List.of(state);
    }

    /** The results, asked for when the executor is as far as the state says. */
    private Object ask(Generator<Integer> results) {
      if (state.equals("done") || state.equals("fails")) {
        var next = new CountDownLatch(1);
        var _ = executor.submit(next::countDown);
        Threads.await("the call before is done", () -> next.getCount() == 0);
      }
      return Lists.newArrayList(results.iterator());
    }

    private void end() {
      gate.countDown();
      executor.shutdown();
    }

    private Situation<Pool> situation() {
      return Situation.of(this).release(gate::countDown).end(this::end);
    }
  }

  private static Subject<Pool> mapping() {
    var subject =
        new Subject<Pool>()
            .form("positional", (pool, limit) -> {
              Function1<String, Integer> pass = pool::pass;
              return pool.ask(switch (limit) {
                case OMITTED -> pool.executor.map(pass, pool.arguments());
                case NONE -> pool.executor.map(pass, pool.arguments(), limit.timeout());
                default -> pool.executor.map(pass, pool.arguments(), timeout(limit.seconds()));
              });
            });
    for (String state : List.of("no argument", "done", "running", "fails")) {
      subject.state(
          state,
          () -> {
            var pool = new Pool(state);
            if (state.equals("done")) {
              pool.gate.countDown();
            }
            return pool.situation();
          });
    }
    return subject;
  }

  private static Subject<Pool> shuttingDown() {
    return states(
        new Subject<Pool>()
            .form("positional", (pool, limit) -> {
              switch (limit) {
                case OMITTED -> pool.executor.shutdown();
                default -> pool.executor.shutdown(false);
              }
              return null;
            })
            .form("keyword", (pool, limit) -> {
              pool.executor.shutdown(wait_(limit == Limit.OMITTED));
              return null;
            })
            .form("with", (pool, limit) -> {
              if (limit == Limit.OMITTED) {
                pool.executor.close();
              } else {
                pool.executor.shutdown(wait_(false));
              }
              return null;
            }));
  }

  private static Subject<Pool> shuttingDownInTime() {
    return states(
        new Subject<Pool>()
            .form(
                "keyword",
                (pool, limit) -> {
                  UnfinishedCalls left = pool.executor.shutdown(limit.timeout());
                  return new Form.Shown(left.running().size() + left.pending() + " left");
                }));
  }

  private static Subject<Pool> states(Subject<Pool> subject) {
    return subject
        .state("never used", () -> new Pool("").situation())
        .state(
            "busy",
            () -> {
              var pool = new Pool("");
              var _ = pool.executor.submit(() -> Builtins.bool(pool.pass("")));
              return pool.situation();
            })
        .state(
            "ended",
            () -> {
              var pool = new Pool("");
              var _ = pool.executor.submit(() -> {});
              pool.end();
              return pool.situation();
            });
  }
}

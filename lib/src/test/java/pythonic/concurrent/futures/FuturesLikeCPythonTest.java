package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.return_when;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.concurrent.futures.Futures.FIRST_COMPLETED;
import static pythonic.concurrent.futures.Futures.FIRST_EXCEPTION;
import static pythonic.concurrent.futures.Futures.as_completed;
import static pythonic.concurrent.futures.Futures.wait_;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function1;
import pythonic.testing.CPython;
import pythonic.threading.Event;
import pythonic.threading.Timer;

/** What waits for several futures does to the letter what CPython's does. */
final class FuturesLikeCPythonTest {

  static Stream<Scenario> scenarios() {
    return Stream.of(
        new Scenario(
            "wait: every state",
            """
            states = ['pending', 'cancelled', 'cancelled and notified', 'finished', 'failed']
            fs = [future(state) for state in states]
            for when in [FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED]:
                for f in fs:
                    say(wait([f], timeout=0, return_when=when))
                say(wait(fs, timeout=0, return_when=when))
                say(wait(fs[:4], 0.01, when))
            """,
            it -> {
              var states = List.of("pending", "cancelled", "cancelled and notified", "finished", "failed");
              var fs = states.stream().map(it::future).toList();
              for (String when : List.of(FIRST_COMPLETED, FIRST_EXCEPTION, Futures.ALL_COMPLETED)) {
                for (var f : fs) {
                  it.say(wait_(List.of(f), timeout(0), return_when(when)));
                }
                it.say(wait_(fs, timeout(0), return_when(when)));
                it.say(wait_(fs.subList(0, 4), 0.01, when));
              }
            },
            """
            {}{a}
            {}{b}
            {c}{}
            {d}{}
            {e}{}
            {cde}{ab}
            {cd}{ab}
            {}{a}
            {}{b}
            {c}{}
            {d}{}
            {e}{}
            {cde}{ab}
            {cd}{ab}
            {}{a}
            {}{b}
            {c}{}
            {d}{}
            {e}{}
            {cde}{ab}
            {cd}{ab}
            """),
        new Scenario(
            "wait: another condition",
            """
            fs = [future(), future('finished'), future('cancelled')]
            attempt(lambda: wait(fs, return_when='X'))
            attempt(lambda: wait(fs[2:], 0, return_when='all_completed'))
            attempt(lambda: wait(fs[1:2], return_when='X'))
            attempt(lambda: wait([], return_when='X'))
            attempt(lambda: wait(fs[:1], timeout=-1))
            """,
            it -> {
              var fs = List.of(it.future("pending"), it.future("finished"), it.future("cancelled"));
              it.attempt(() -> wait_(fs, return_when("X")));
              it.attempt(() -> wait_(fs.subList(2, 3), 0, "all_completed"));
              it.attempt(() -> wait_(fs.subList(1, 2), return_when("X")));
              it.attempt(() -> wait_(List.<Future<Integer>>of(), return_when("X")));
              it.attempt(() -> wait_(fs.subList(0, 1), timeout(-1)));
            },
            """
            ValueError Invalid return condition: 'X'
            ValueError Invalid return condition: 'all_completed'
            {b}{}
            {}{}
            {}{a}
            """),
        new Scenario(
            "wait: what happens meanwhile",
            """
            fs = [future() for _ in range(4)]
            def happen():
                fs[0].set_result(1)
                fs[1].cancel()
                fs[1].set_running_or_notify_cancel()
                fs[2].set_exception(ValueError('v'))
            timer = threading.Timer(0.05, happen)
            timer.start()
            say(wait(fs, return_when=FIRST_EXCEPTION))
            timer.join()
            say(wait(fs, 0, FIRST_COMPLETED))
            say(wait(fs, 0))
            """,
            it -> {
              var fs = it.futures(4);
              var timer = new Timer(0.05, () -> {
                fs.get(0).set_result(1);
                fs.get(1).cancel();
                fs.get(1).set_running_or_notify_cancel();
                fs.get(2).set_exception(new ValueError("v"));
              });
              timer.start();
              it.say(wait_(fs, return_when(FIRST_EXCEPTION)));
              timer.join();
              it.say(wait_(fs, 0, FIRST_COMPLETED));
              it.say(wait_(fs, 0));
            },
            """
            {abc}{d}
            {abc}{d}
            {abc}{d}
            """),
        new Scenario(
            "as_completed: every state",
            """
            for state in ['pending', 'cancelled', 'cancelled and notified', 'finished', 'failed']:
                f = future(state)
                attempt(lambda: list(as_completed([f], timeout=0.01)))
                attempt(lambda: list(as_completed([f, f], timeout=-1)))
            attempt(lambda: list(as_completed([], 0)))
            """,
            it -> {
              for (String state : List.of("pending", "cancelled", "cancelled and notified", "finished", "failed")) {
                var f = it.future(state);
                it.attempt(() -> it.list(as_completed(List.of(f), timeout(0.01))));
                it.attempt(() -> it.list(as_completed(List.of(f, f), timeout(-1))));
              }
              it.attempt(() -> it.list(as_completed(List.<Future<Integer>>of(), 0)));
            },
            """
            TimeoutError 1 (of 1) futures unfinished
            TimeoutError 1 (of 1) futures unfinished
            TimeoutError 1 (of 1) futures unfinished
            TimeoutError 1 (of 1) futures unfinished
            [c]
            [c]
            [d]
            [d]
            [e]
            [e]
            []
            """),
        new Scenario(
            "as_completed: the order",
            """
            fs = [future() for _ in range(5)]
            completed = as_completed(fs + fs, timeout=60)
            fs[2].set_result(1)
            say(next(completed))
            fs[4].set_result(2)
            fs[0].set_exception(ValueError('v'))
            say(next(completed), next(completed))
            fs[1].cancel()
            fs[3].set_result(3)
            say(next(completed))
            fs[1].set_running_or_notify_cancel()
            say(list(completed))
            """,
            it -> {
              var fs = it.futures(5);
              var completed = as_completed(Stream.concat(fs.stream(), fs.stream()).toList(), timeout(60));
              fs.get(2).set_result(1);
              it.say(completed.next());
              fs.get(4).set_result(2);
              fs.get(0).set_exception(new ValueError("v"));
              it.say(completed.next(), completed.next());
              fs.get(1).cancel();
              fs.get(3).set_result(3);
              it.say(completed.next());
              fs.get(1).set_running_or_notify_cancel();
              it.say(it.list(completed));
            },
            """
            c
            e a
            d
            [b]
            """),
        new Scenario(
            "as_completed: late, and then begun anew",
            """
            fs = [future(), future('finished'), future()]
            completed = as_completed(fs, 0.01)
            say(next(completed))
            attempt(lambda: next(completed))
            say(list(completed))
            fs[0].set_result(0)
            attempt(lambda: list(as_completed([fs[0], fs[2]], 0)))
            """,
            it -> {
              var fs = List.of(it.future("pending"), it.future("finished"), it.future("pending"));
              var completed = as_completed(fs, 0.01);
              it.say(completed.next());
              it.attempt(completed::next);
              it.say(it.list(completed));
              fs.get(0).set_result(0);
              it.attempt(() -> it.list(as_completed(List.of(fs.get(0), fs.get(2)), 0)));
            },
            """
            b
            TimeoutError 2 (of 3) futures unfinished
            []
            TimeoutError 1 (of 2) futures unfinished
            """),
        new Scenario(
            "map: results and the exception of one",
            """
            with ThreadPoolExecutor(2) as executor:
                def call(x):
                    if x == 3:
                        raise ValueError('three')
                    return x * x
                results = executor.map(call, [1, 2, 3, 4])
                say(next(results), next(results))
                attempt(lambda: next(results))
                say(list(results))
                say(list(executor.map(lambda a, b: a - b, [5, 6, 7], [1, 2])))
                say(list(executor.map(lambda a, b, c: a + b + c, 'abc', 'de', 'fghi', chunksize=0)))
                say(list(executor.map(call, [])))
            attempt(lambda: executor.map(call, [1]))
            attempt(lambda: list(executor.map(call, [])))
            """,
            it -> {
              Function1<Integer, Integer> call = x -> {
                if (x == 3) {
                  throw new ValueError("three");
                }
                return x * x;
              };
              var executor = new ThreadPoolExecutor(2);
              try (executor) {
                var results = executor.map(call, List.of(1, 2, 3, 4));
                it.say(results.next(), results.next());
                it.attempt(results::next);
                it.say(it.list(results));
                it.say(it.list(executor.map((a, b) -> a - b, List.of(5, 6, 7), List.of(1, 2))));
                it.say(it.list(executor.map((a, b, c) -> a + b + c, List.of("a", "b", "c"), List.of("d", "e"), List.of("f", "g", "h"), chunksize(0))));
                it.say(it.list(executor.map(call, List.of())));
              }
              it.attempt(() -> executor.map(call, List.of(1)));
              it.attempt(() -> it.list(executor.map(call, List.of())));
            },
            """
            1 4
            ValueError three
            []
            [4 4]
            ['adf' 'beg']
            []
            RuntimeError cannot schedule new futures after shutdown
            []
            """),
        new Scenario(
            "map: late, and what is cancelled then",
            """
            gate, called = threading.Event(), []
            def call(x):
                called.append(x)
                gate.wait()
                return x
            with ThreadPoolExecutor(1) as executor:
                results = executor.map(call, range(5), timeout=0.05)
                attempt(lambda: next(results))
                say(list(results))
                gate.set()
            say(called)
            """,
            it -> {
              var gate = new Event();
              var called = new CopyOnWriteArrayList<Integer>();
              try (var executor = new ThreadPoolExecutor(1)) {
                var results = executor.map(x -> {
                  called.add(x);
                  gate.wait_();
                  return x;
                }, range(5), timeout(0.05));
                it.attempt(results::next);
                it.say(it.list(results));
                gate.set();
              }
              it.say(called);
            },
            """
            TimeoutError
            []
            [0]
            """));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_isNotedAsRecorded(Scenario scenario) {
    assertThat(scenario.run()).isEqualTo(scenario.notes());
  }

  @Test
  void recordedNotes_areCPythons() {
    List<Scenario> all = scenarios().toList();
    assertThat(all).isNotEmpty();
    CPython.find(13).ifPresent(python -> {
      var result = python.run(Scenario.program(all));
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).isEqualTo(Scenario.recorded(all));
    });
  }
}

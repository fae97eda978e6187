package pythonic.multiprocessing.pool;

import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.cancel_futures;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.error_callback;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.max_tasks_per_child;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.maxtasksperchild;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.KeyError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.Futures;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.time.Time;

/** The programs of {@code programs.py}, by their names. */
@NullUnmarked
@SuppressWarnings({"serial", "try", "unused", "DoNotCallSuggester", "FutureReturnValueIgnored"}) // written as a user would write it, and called by name
final class PoolPrograms {

  private final Pool pool;
  private final ProcessPoolExecutor executor;
  final List<String> out = new ArrayList<>();

  PoolPrograms(Pool pool, ProcessPoolExecutor executor) {
    this.pool = pool;
    this.executor = executor;
  }

  private void say(Object... values) {
    for (Object value : values) {
      out.add(str(value).replaceAll("0x[0-9a-f]+", "0x"));
    }
  }

  private static String caught(Function0<?> f) {
    try {
      return repr(f.call());
    } catch (StopIteration e) {
      return "StopIteration: ";
    } catch (Throwable e) { // whatever it is, it is told
      return e.getClass().getSimpleName() + ": " + (e.getMessage() == null ? "" : e.getMessage());
    }
  }

  private static String caughtDoing(Procedure0 f) {
    return caught(() -> {
      f.call();
      return null;
    });
  }

  private static List<String> caughtTimes(int times, Function0<?> f) {
    var all = new ArrayList<String>();
    for (int i = 0; i < times; i++) {
      all.add(caught(f));
    }
    return all;
  }

  private static <T> List<T> list(Iterable<T> items) {
    var all = new ArrayList<T>();
    items.forEach(all::add);
    return all;
  }

  static int square(int x) {
    return x * x;
  }

  static int add(int x, int y) {
    return x + y;
  }

  static String concat(String x, String y) {
    return x + y;
  }

  static void nothing() {}

  static int fail(String text) {
    throw new ValueError(text);
  }

  static void failing(String text) {
    throw new ValueError(text);
  }

  static int failAt2(int x) {
    if (x == 2) {
      throw new ValueError("no " + x);
    }
    return x;
  }

  static int failFrom(int x) {
    if (x >= 2) {
      throw new ValueError("no " + x);
    }
    return x;
  }

  static int keyError() {
    throw new KeyError("k");
  }

  static double nap(double seconds) {
    Time.sleep(seconds);
    return seconds;
  }

  static long pid(Object ignored) {
    return ProcessHandle.current().pid();
  }

  static int leave(int code) {
    Runtime.getRuntime().halt(code);
    return code;
  }

  static int sysExit(int code) {
    throw new SystemExit(code);
  }

  private static volatile List<Object> given;

  static void remember(Object a, Object b) {
    given = Arrays.asList(a, b);
  }

  static String remembered() {
    return repr(given);
  }

  static String poolWithin() {
    return caught(() -> new Pool(1));
  }

  static int executorWithin() {
    try (var inner = new ProcessPoolExecutor(1)) {
      return inner.submit(PoolPrograms::square, 5).result();
    }
  }

  static Iterable<Integer> unfriendlyItems() {
    Iterator<Integer> some = List.of(1, 2).iterator();
    return () -> new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Integer next() {
        if (!some.hasNext()) {
          throw new ValueError("items");
        }
        return some.next();
      }
    };
  }

  static Object same(Object x) {
    return x;
  }

  void kinds() {
    for (Object value : Arrays.asList(null, true, 1, 1L << 40, 1.5, "text", List.of(1, "a"), Map.of("k", 1))) {
      say(repr(pool.apply(PoolPrograms::same, args(value))));
    }
    pool.apply(PoolPrograms::nothing);
    say((Object) null);
    say(pool.apply(PoolPrograms::concat, args("a", "b")), pool.apply(PoolPrograms::square, args(3)), pool.apply((Integer x) -> x * x * x, args(3)));
  }

  void errors() {
    say(caught(() -> pool.apply(PoolPrograms::fail, args("no"))), caught(() -> pool.apply_async(PoolPrograms::fail, args("no")).get()));
    say(caught(() -> pool.apply(PoolPrograms::keyError)));
    try {
      pool.apply(PoolPrograms::fail, args("no"));
    } catch (ValueError e) {
      say(e.getCause().getClass().getSimpleName(), str(e.getCause()).contains("ValueError: no"));
    }
  }

  void wrong_numbers() {
    say(caught(() -> new Pool(0)), caught(() -> new Pool(-3)));
    say(caught(() -> new Pool(processes(1), maxtasksperchild(0))), caught(() -> new Pool(processes(1), maxtasksperchild(-1))));
  }

  void closed() {
    var p = new Pool(1);
    say(p, caughtDoing(p::join));
    p.close();
    say(p);
    say(caught(() -> p.apply(PoolPrograms::square, args(1))), caught(() -> p.apply_async(PoolPrograms::square, args(1))));
    say(caught(() -> p.map(PoolPrograms::square, List.of(1))), caught(() -> p.map_async(PoolPrograms::square, List.of(1))));
    Function2<Integer, Integer, Integer> add = PoolPrograms::add;
    say(caught(() -> p.starmap(add, List.of(List.of(1, 2)))), caught(() -> p.starmap_async(add, List.of(List.of(1, 2)))));
    say(caught(() -> p.imap(PoolPrograms::square, List.of(1))), caught(() -> p.imap_unordered(PoolPrograms::square, List.of(1))));
    p.close();
    p.join();
    p.join();
    say(p);
  }

  void closed_with_work_to_do() {
    var p = new Pool(1);
    var results = new ArrayList<AsyncResult<Integer>>();
    for (int i : range(5)) {
      results.add(p.apply_async(PoolPrograms::square, args(i)));
    }
    p.close();
    p.join();
    say(results.stream().map(AsyncResult::ready).toList(), results.stream().map(AsyncResult::get).toList());
  }

  void terminated() {
    var p = new Pool(1);
    p.terminate();
    say(p, caught(() -> p.apply(PoolPrograms::square, args(1))));
    p.join();
    p.terminate();
    p.close();
    say(p);
  }

  void not_ready() {
    var r = pool.apply_async(PoolPrograms::nap, args(1.5));
    say(r.ready(), caught(r::successful), caught(() -> r.get(0.001)), caught(() -> r.get(0)), caught(() -> r.get(-1)));
    say(caughtDoing(() -> r.wait_(0.001)), caught(r::get), r.ready(), r.successful());
    var bad = pool.apply_async(PoolPrograms::fail, args("no"));
    bad.wait_();
    say(bad.ready(), bad.successful(), caught(bad::get), caught(bad::get));
  }

  void representations() {
    say(pool.apply_async(PoolPrograms::square, args(1)), pool.map_async(PoolPrograms::square, List.of(1)));
    say(pool.imap(PoolPrograms::square, List.of(1)), pool.imap_unordered(PoolPrograms::square, List.of(1)));
  }

  void callbacks() {
    try (var p = new Pool(1)) {
      var seen = Collections.synchronizedList(new ArrayList<Object>());
      var results = new ArrayList<AsyncResult<?>>();
      Procedure1<Object> see = seen::add;
      Procedure1<Throwable> seeError = e -> seen.add(repr(e));
      for (int i : range(5)) {
        results.add(p.apply_async(PoolPrograms::square, args(i), callback(see)));
      }
      results.add(p.apply_async(PoolPrograms::fail, args("no"), callback(see), error_callback(seeError)));
      results.add(p.map_async(PoolPrograms::square, range(4), callback(see)));
      results.add(p.map_async(PoolPrograms::failFrom, range(4), chunksize(1), callback(see), error_callback(seeError)));
      Function2<Integer, Integer, Integer> add = PoolPrograms::add;
      results.add(p.starmap_async(add, List.of(List.of(1, 2), List.of(3, 4)), callback(see)));
      results.forEach(AsyncResult::wait_);
      say(seen.stream().map(value -> value instanceof String text ? repr(text) : str(value)).toList().toString().replace("\"\"", "\""));
    }
  }

  void maps() {
    say(pool.map(PoolPrograms::square, List.<Integer>of()), pool.map(PoolPrograms::square, range(10)));
    say(pool.map(PoolPrograms::square, range(10), 3), pool.map(PoolPrograms::square, () -> range(4).iterator()));
    say(pool.map(PoolPrograms::square, List.of(1, 2), 0), pool.map(PoolPrograms::square, List.of(1, 2), -1));
    Function2<Integer, Integer, Integer> add = PoolPrograms::add;
    Function2<Object, Object, Object> plus = (x, y) -> x instanceof Integer a && y instanceof Integer b ? (Object) (a + b) : "" + x + y;
    say(pool.starmap(add, List.of()), pool.starmap(plus, List.of(List.of(1, 2), List.of("a", "b"))));
    say(caught(() -> pool.map(PoolPrograms::failAt2, range(5), 1)), caught(() -> pool.map(PoolPrograms::failAt2, range(5), 5)));
    say(pool.map_async(PoolPrograms::square, List.<Integer>of()).get(), pool.map_async(PoolPrograms::square, List.of(3)).get());
    say(pool.starmap_async(add, List.of(List.of(1, 2))).get());
  }

  void empty_map_calls_nothing_back() {
    var seen = new ArrayList<Object>();
    Procedure1<Object> see = seen::add;
    var r = pool.map_async(PoolPrograms::square, List.<Integer>of(), callback(see));
    say(r.get(), r.ready(), r.successful(), seen);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // what a program does that does not look at its types
  void starmap_of_what_is_no_row() {
    Function2<Integer, Integer, Integer> add = PoolPrograms::add;
    Iterable wrong = List.of(1);
    say(caught(() -> pool.starmap(add, wrong)), caught(() -> pool.starmap_async(add, wrong).get()));
  }

  void imaps() {
    say(list(pool.imap(PoolPrograms::square, range(5))), list(pool.imap(PoolPrograms::square, range(5), 2)));
    say(list(pool.imap_unordered(PoolPrograms::square, range(5))).stream().sorted().toList());
    List<Integer> none = List.of();
    say(list(pool.imap(PoolPrograms::square, none)), caught(() -> pool.imap(PoolPrograms::square, none).next()));
    say(caught(() -> pool.imap(PoolPrograms::square, none).next(1)));
    say(caught(() -> pool.imap(PoolPrograms::square, List.of(1), 0)), caught(() -> pool.imap_unordered(PoolPrograms::square, List.of(1), -1)));
  }

  void imap_errors() {
    var one = pool.imap(PoolPrograms::failAt2, range(5));
    say(caughtTimes(7, () -> one.next(60)));
    var two = pool.imap(PoolPrograms::failAt2, range(6), 2);
    say(caughtTimes(3, two::next));
    var three = pool.imap(PoolPrograms::square, unfriendlyItems());
    say(caughtTimes(4, () -> three.next(60)));
  }

  void imap_timeout() {
    var results = pool.imap(PoolPrograms::nap, List.of(1.0));
    say(caught(() -> results.next(0.001)), caught(() -> results.next(60)), caught(() -> results.next(60)));
  }

  void initializers() {
    try (var p = new Pool(processes(1), initializer(PoolPrograms::remember), initargs(1, "b"))) {
      say(p.apply(PoolPrograms::remembered));
    }
    try (var p = new Pool(processes(1), initializer(PoolPrograms::remember), initargs(3, null))) {
      say(p.apply(PoolPrograms::remembered));
    }
  }

  void maximum_of_tasks() {
    try (var p = new Pool(processes(1), maxtasksperchild(1))) {
      say(new HashSet<>(p.map(PoolPrograms::pid, range(3), 1)).size());
    }
    try (var p = new Pool(processes(1), maxtasksperchild(2))) {
      say(new HashSet<>(p.map(PoolPrograms::pid, range(4), 1)).size(), new HashSet<>(p.map(PoolPrograms::pid, range(4), 2)).size());
    }
  }

  void with_statement() {
    Pool left;
    try (var p = new Pool(1)) {
      left = p;
      say(p.apply(PoolPrograms::square, args(3)));
    }
    say(caught(() -> left.apply(PoolPrograms::square, args(3))), caughtDoing(left::enter));
  }

  void pool_that_travels() {
    say(caught(() -> pool.apply_async(PoolPrograms::same, args(pool)).get()));
  }

  void pool_in_a_worker() {
    say(pool.apply(PoolPrograms::poolWithin));
  }

  void executor_in_an_executor() {
    say(executor.submit(PoolPrograms::executorWithin).result());
  }

  void submits() {
    say(executor.submit(PoolPrograms::square, 3).result(), executor.submit(PoolPrograms::concat, "a", "b").result());
    say(executor.submit(PoolPrograms::nothing).result());
    say(executor.submit((Integer base, Integer exponent) -> (int) Math.pow(base, exponent), 2, 5).result(60));
    say(executor.submit(PoolPrograms::square, 2).exception());
  }

  void failed_futures() {
    var f = executor.submit(PoolPrograms::fail, "no");
    say(caught(f::result), repr(f.exception()), f.done(), f.running(), f.cancelled(), f.cancel(), f);
    say(f.exception().getCause() != null, str(f.exception().getCause()).contains("ValueError: no"));
    say(caught(executor.submit(PoolPrograms::keyError)::result), caught(executor.submit(PoolPrograms::sysExit, 3)::result));
    var good = executor.submit(PoolPrograms::square, 3);
    good.result();
    say(good);
  }

  void late_futures() {
    var f = executor.submit(PoolPrograms::nap, 1.5);
    say(caught(() -> f.result(0.001)), caught(() -> f.exception(0)), caught(() -> f.result(-1)), f.result(timeout(null)), f.done());
  }

  void done_callbacks() {
    var seen = Collections.synchronizedList(new ArrayList<String>());
    var f = executor.submit(PoolPrograms::nap, 0.1);
    f.add_done_callback(done -> seen.add("first " + done.result()));
    f.add_done_callback(_ -> seen.add("second"));
    f.result();
    while (seen.size() < 2) {
      Time.sleep(0.01);
    }
    f.add_done_callback(_ -> seen.add("late"));
    say(repr(new ArrayList<>(seen)));
  }

  void executor_maps() {
    Function2<Integer, Integer, Integer> add = PoolPrograms::add;
    say(list(executor.map(PoolPrograms::square, range(5))), list(executor.map(add, range(5), range(3))));
    say(list(executor.map(PoolPrograms::square, range(7), chunksize(3))), list(executor.map(PoolPrograms::square, List.<Integer>of())));
    say(caught(() -> executor.map(PoolPrograms::square, List.of(1), chunksize(0))));
    say(caught(() -> executor.map(PoolPrograms::square, List.of(1), chunksize(-1))));
  }

  void executor_map_errors() {
    var one = executor.map(PoolPrograms::failAt2, range(5));
    say(caughtTimes(5, one::next));
    var two = executor.map(PoolPrograms::failAt2, range(6), chunksize(2));
    say(caughtTimes(5, two::next));
    var late = executor.map(PoolPrograms::nap, List.of(0.4, 0.0), timeout(0.05));
    say(caught(late::next), caught(late::next));
  }

  void waits() {
    var fs = new ArrayList<Future<Integer>>();
    for (int i : range(4)) {
      fs.add(executor.submit(PoolPrograms::square, i));
    }
    var rows = Futures.wait_(fs, 60);
    say(rows.done().size(), rows.not_done().size());
    say(list(Futures.as_completed(fs, 60)).stream().map(Future::result).sorted().toList());
  }

  void wrong_executors() {
    say(caught(() -> new ProcessPoolExecutor(0)), caught(() -> new ProcessPoolExecutor(-1)), caught(() -> new ProcessPoolExecutor(max_workers(0))));
    say(caught(() -> new ProcessPoolExecutor(max_workers(1), max_tasks_per_child(0))));
    say(caught(() -> new ProcessPoolExecutor(max_workers(1), max_tasks_per_child(-2))));
  }

  void shut_down() {
    var e = new ProcessPoolExecutor(1);
    var f = e.submit(PoolPrograms::nap, 0.2);
    e.shutdown(false);
    say(caught(() -> e.submit(PoolPrograms::square, 1)), caught(() -> e.map(PoolPrograms::square, List.of(1))), f.result());
    e.shutdown();
    e.shutdown(cancel_futures(true));
    say(f);
    ProcessPoolExecutor left;
    Future<Integer> last;
    try (var within = new ProcessPoolExecutor(1)) {
      left = within;
      last = within.submit(PoolPrograms::square, 4);
    }
    say(last.done(), last.result(), caught(() -> left.submit(PoolPrograms::square, 1)));
  }

  void broken() {
    var e = new ProcessPoolExecutor(1);
    var f = e.submit(PoolPrograms::leave, 3);
    say(caught(f::result), caught(() -> e.submit(PoolPrograms::square, 1)), caught(() -> e.map(PoolPrograms::square, List.of(1))));
    say(f.exception() instanceof RuntimeError);
    e.shutdown();
  }

  void broken_initializer() {
    var e = new ProcessPoolExecutor(max_workers(1), initializer(PoolPrograms::failing), initargs("init"));
    var f = e.submit(PoolPrograms::square, 3);
    say(caught(f::result), caught(() -> e.submit(PoolPrograms::square, 1)));
    e.shutdown();
  }

  void executor_initializer() {
    try (var e = new ProcessPoolExecutor(max_workers(1), initializer(PoolPrograms::remember), initargs("a", 2))) {
      say(e.submit(PoolPrograms::remembered).result());
    }
  }
}

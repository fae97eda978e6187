package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.proxytype;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ConnectionError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.testing.Programs;

/** Proxies used by several processes and threads at once. */
@NullUnmarked
final class SharingTest {

  private static final int ROUNDS = 200;

  static void count(DictProxy<String, Integer> counts, ListProxy<Object> list, int number) {
    for (int i = 0; i < ROUNDS; i++) {
      counts.merge("all", 1, Integer::sum);
      counts.put("from " + number, i);
      list.append(number);
    }
  }

  /** What is shared, and a shape for it that is not public: only its own loader can define what implements it. */
  public static final class Tally {
    private int total;

    public synchronized int add(int more) {
      total += more;
      return total;
    }
  }

  interface Adding {
    int add(int more);
  }

  static void add(Adding tally) {
    tally.add(5);
  }

  @Test
  void typedProxy_ofAShapeThatIsNotPublic_reachesAChild() {
    var manager = new BaseManager();
    manager.register("Tally", Tally::new, proxytype(Adding.class));
    try (var _ = with(manager)) {
      Adding tally = manager.create("Tally");
      var process = new Process(target(SharingTest::add), args(tally));
      process.start();
      process.join();
      assertThat(process.exitcode()).isZero();
      assertThat(tally.add(1)).isEqualTo(6);
    }
  }

  @Test
  void proxies_sharedByFourProcessesAndFourThreads_loseNothing() throws Exception {
    try (var manager = new Manager();
        var threads = Executors.newFixedThreadPool(4)) {
      DictProxy<String, Integer> counts = manager.dict();
      ListProxy<Object> list = manager.list();
      var processes = new ArrayList<Process>();
      for (int i = 0; i < 4; i++) {
        var process = new Process(target(SharingTest::count), args(counts, list, i));
        process.start();
        processes.add(process);
      }
      var futures = new ArrayList<Future<?>>();
      for (int i = 4; i < 8; i++) {
        int number = i;
        futures.add(threads.submit(() -> count(counts, list, number)));
      }
      for (Future<?> future : futures) {
        future.get(120, TimeUnit.SECONDS);
      }
      for (Process process : processes) {
        process.join();
        assertThat(process.exitcode()).isZero();
      }
      assertThat(counts.get("all")).isEqualTo(8 * ROUNDS);
      assertThat(counts.keys()).hasSize(9);
      assertThat(list).hasSize(8 * ROUNDS);
      for (int i = 0; i < 8; i++) {
        assertThat(list.count(i)).isEqualTo(ROUNDS);
      }
    }
  }

  @Test
  void proxy_usedByAThousandVirtualThreads_losesNothing() throws Exception {
    try (var manager = new Manager();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ListProxy<Object> list = manager.list();
      var futures = new ArrayList<Future<?>>();
      for (int i = 0; i < 1_000; i++) {
        int number = i;
        futures.add(threads.submit(() -> list.append(number)));
      }
      for (Future<?> future : futures) {
        future.get(120, TimeUnit.SECONDS);
      }
      assertThat(list).hasSize(1_000).doesNotHaveDuplicates();
    }
  }

  static void makeNested(DictProxy<String, Object> d, ListProxy<Object> list) {
    list.append("child was here");
    d.put("from child", list);
  }

  @Test
  void proxy_putByAChildIntoAnother_isTheSharedOne() {
    try (var manager = new Manager()) {
      DictProxy<String, Object> d = manager.dict();
      ListProxy<Object> list = manager.list();
      var child = new Process(target(SharingTest::makeNested), args(d, list));
      child.start();
      child.join();
      @SuppressWarnings("unchecked")
      var nested = (ListProxy<Object>) d.get("from child");
      nested.append("parent too");
      assertThat(new ArrayList<>(list)).isEqualTo(List.of("child was here", "parent too"));
    }
  }

  static void useUntilItEnds(ListProxy<Object> list, ListProxy<Object> ready) {
    ready.append(1);
    try {
      while (true) {
        list.append(1);
      }
    } catch (ConnectionError e) {
      System.exit(42);
    }
  }

  @Test
  void kill_whileAChildCalls_theChildGetsAnErrorInTime() throws IOException, InterruptedException {
    var manager = new Manager();
    ListProxy<Object> ready = manager.list();
    var child = new Process(target(SharingTest::useUntilItEnds), args(manager.list(), ready));
    child.start();
    while (ready.isEmpty()) {
      Thread.onSpinWait();
    }
    String pid = Path.of((String) manager.address()).getParent().getFileName().toString().split("-", -1)[1];
    new ProcessBuilder("kill", "-9", pid).start().waitFor();
    child.join(60);
    assertThat(child.exitcode()).isEqualTo(42);
    assertThatThrownBy(ready::size).isInstanceOf(ConnectionError.class);
    manager.shutdown();
  }

  /** Starts a manager and leaves it to the exit, or to a kill. */
  static final class Forgetful {
    public static void main(String[] arguments) throws InterruptedException {
      var manager = new Manager();
      manager.dict().put("a", 1);
      System.out.println(manager.address());
      if (arguments[0].equals("wait")) {
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void exit_withoutShutdown_endsTheManager() {
    Programs.Result result = Programs.run(Forgetful.class, "exit");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(Path.of(result.out().strip()).getParent()).doesNotExist();
  }

  @Test
  void kill_ofTheParent_endsTheManagerAndItsFiles() throws Exception {
    java.lang.Process parent = Programs.start(Forgetful.class, "wait");
    try (var lines = parent.inputReader()) {
      Path folder = Path.of(lines.readLine()).getParent();
      List<ProcessHandle> children = parent.children().toList();
      parent.destroyForcibly();
      for (ProcessHandle child : children) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(children).hasSize(1);
      assertThat(folder).doesNotExist();
    } finally {
      parent.destroyForcibly();
    }
  }
}

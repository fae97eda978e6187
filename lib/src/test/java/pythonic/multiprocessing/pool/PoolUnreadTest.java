package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.buffersize;
import static pythonic.builtins.Keywords.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.Builtins;
import pythonic.sys.Sys;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Nobody reads the results, or not now: the pool does its work, ends when it is to, and its workers do not outlive the parent. */
@Timeout(120)
final class PoolUnreadTest {

  private static final double BOUND = 60;
  private static final int LONG = 300_000;

  static int square(int x) {
    return x * x;
  }

  static byte[] longResult(int x) {
    return new byte[LONG];
  }

  @Test
  void imapConsumerThatStops_leavesThePoolAtWork() {
    var pool = new Pool(2);
    var results = pool.imap_unordered(PoolUnreadTest::longResult, range(60));
    assertThat(results.next()).hasSize(LONG);
    assertThat(pool.apply_async(PoolUnreadTest::square, args(3)).get(BOUND)).isEqualTo(9);
    pool.close();
    pool.join();
    assertThat(results.next()).as("what was done is kept").hasSize(LONG);
  }

  @Test
  void imapConsumerThatStops_doesNotKeepThePoolFromBeingTerminated() {
    var pool = new Pool(2);
    var results = pool.imap(PoolUnreadTest::longResult, () -> range(1_000_000_000).iterator());
    assertThat(results.next()).hasSize(LONG);
    results.close();
    pool.terminate();
    pool.join();
    assertThat(pool.toString()).contains("TERMINATE");
  }

  private static void takeOne(Pool pool) {
    var results = pool.imap(PoolUnreadTest::square, () -> range(1_000_000_000).iterator(), buffersize(3));
    assertThat(results.next()).isZero();
  }

  @Test
  void imapThatIsForgotten_keepsThePoolFromItsEnd_untilItIsCollected() {
    var pool = new Pool(1);
    takeOne(pool);
    pool.close();
    var joining = Threads.run(pool::join);
    Threads.await("the pool has ended", () -> {
      System.gc();
      return !joining.isAlive();
    });
    joining.join();
  }

  @Test
  void resultsThatNobodyAsksFor_doNotKeepThePoolFromItsEnd() {
    var pool = new Pool(2);
    var results = new ArrayList<AsyncResult<byte[]>>();
    for (int i = 0; i < 30; i++) {
      results.add(pool.apply_async(PoolUnreadTest::longResult, args(i)));
    }
    pool.close();
    pool.join();
    assertThat(results).allMatch(AsyncResult::ready);
  }

  /** A program whose workers have more to tell than any buffer takes. */
  static final class Program {

    static byte[] tell(int x) {
      Builtins.print("pid", ProcessHandle.current().pid());
      return new byte[10_000_000];
    }

    public static void main(String[] arguments) {
      var pool = new Pool(2);
      long sum = 0;
      for (byte[] bytes : pool.imap(Program::tell, range(Integer.parseInt(arguments[0])))) {
        sum += bytes.length;
      }
      Builtins.print("sum", sum);
      pool.close();
      pool.join();
    }
  }

  @Test
  void parentThatIsStoppedForAWhile_getsAll() throws Exception {
    java.lang.Process program = Programs.start(Program.class, "4");
    try (var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("pid ");
      signal("STOP", program.pid());
      assertThat(out.readLine()).as("the workers go on").startsWith("pid ");
      signal("CONT", program.pid());
      assertThat(out.lines().filter(line -> line.startsWith("sum"))).containsExactly("sum 40000000");
      assertThat(program.waitFor((long) BOUND, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isZero();
    } finally {
      end(program);
    }
  }

  @Test
  void parentThatIsStoppedAndKilled_leavesNoWorker() throws Exception {
    java.lang.Process program = Programs.start(Program.class, "1000000");
    try (var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("pid ");
      signal("STOP", program.pid());
      List<ProcessHandle> workers = program.descendants().toList();
      assertThat(workers).isNotEmpty();
      signal("KILL", program.pid());
      for (ProcessHandle worker : workers) {
        worker.onExit().get((long) BOUND, TimeUnit.SECONDS);
      }
      assertThat(program.waitFor((long) BOUND, TimeUnit.SECONDS)).isTrue();
    } finally {
      end(program);
    }
  }

  /** A program that leaves an endless imap, and lets a thread that keeps it alive read on another. */
  static final class Leaver {

    public static void main(String[] arguments) {
      Iterable<Integer> naturals = () -> IntStream.iterate(0, i -> i + 1).iterator();
      var pool = new Pool(2);
      for (int square : pool.imap(PoolUnreadTest::square, naturals, buffersize(10))) {
        if (square == 100) {
          break;
        }
      }
      var read = pool.imap(PoolUnreadTest::square, range(1000), buffersize(2));
      new pythonic.threading.Thread(target(() -> {
        read.next();
        int last = 0;
        for (int square : read) {
          last = square;
        }
        Builtins.print("last", last);
      })).start();
      pool.close();
      Sys.exit(0);
    }
  }

  @Test
  void imapThatIsLeft_doesNotKeepTheProgram_andOneThatIsReadIsReadToItsEnd() {
    var result = Programs.run(Leaver.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("last 998001\n");
    assertThat(result.code()).isZero();
  }

  private static void signal(String name, long pid) throws IOException {
    assertThat(Programs.run(List.of("kill", "-" + name, Long.toString(pid))).code()).isZero();
  }

  private static void end(java.lang.Process program) {
    program.descendants().forEach(ProcessHandle::destroyForcibly);
    program.destroyForcibly();
  }
}

package pythonic.gevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.gevent.Gevent.sleep;
import static pythonic.gevent.Gevent.spawn;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.ValueError;
import pythonic.gevent.event.AsyncResult;
import pythonic.gevent.threadpool.ThreadPool;
import pythonic.testing.OnVirtualThreads;

/** Each test has a thread, and so a hub, of its own. */
@ExtendWith(OnVirtualThreads.class)
@org.junit.jupiter.api.Timeout(value = 120, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD) // a hub stays with its thread
final class ThreadPoolTest {

  @Test
  void results_comeFromThreads_whileOthersGoOn() {
    var pool = new ThreadPool(2);
    assertThat(pool.size()).isZero();
    var hold = new CountDownLatch(1);
    AsyncResult<Integer> slow = pool.spawn(() -> {
      hold.await(); // the hub does not see this
      return 5;
    });
    var seen = new ArrayList<String>();
    spawn(() -> {
      seen.add("on");
      sleep(0);
      hold.countDown();
    });
    assertThat(slow.get()).isEqualTo(5);
    assertThat(seen).containsExactly("on");
    assertThat(pool.apply((Integer x) -> x + 1, args(2)).toString()).isEqualTo("3");
    assertThat(pool.map((Integer x) -> x * 2, List.of(1, 2, 3, 4, 5))).containsExactly(2, 4, 6, 8, 10);
    assertThat(pool.apply(() -> Thread.currentThread().isVirtual())).isFalse();
    assertThat(pool.size()).isEqualTo(2);
    assertThat(pool.unfinished_tasks()).isZero();
    pool.kill();
    assertThat(pool.size()).isZero();
  }

  @Test
  void failures_areRaisedByGet_andSizesAreChecked() {
    var pool = new ThreadPool(1);
    PrintStream before = System.err;
    var told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> pool.spawn(() -> {
        throw new ValueError("x");
      }).get()).isExactlyInstanceOf(ValueError.class).hasMessage("x");
    } finally {
      System.setErr(before);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("ValueError: x\n").containsPattern("\\(<ThreadPool at 0x.*>, <function <lambda> at 0x[0-9a-f]+>\\) failed with ValueError\n");
    assertThatThrownBy(() -> new ThreadPool(-1)).isExactlyInstanceOf(ValueError.class).hasMessage("maxsize must not be negative: -1");
    pool.kill();
  }

  @Test
  void spawn_fullPool_waitsForAThread() {
    var pool = new ThreadPool(1);
    var hold = new CountDownLatch(1);
    pool.spawn(() -> {
      hold.await();
    });
    var second = spawn(() -> pool.spawn(() -> 2).get());
    second.join(0.01);
    assertThat(second.ready()).isFalse();
    assertThat(pool.unfinished_tasks()).isEqualTo(1);
    hold.countDown();
    assertThat(second.get()).isEqualTo(2);
    pool.join();
    pool.kill();
  }
}

package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.target;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;

@Timeout(60)
class ThreadingTest {

  private static void inJavaThread(Runnable body) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    var thread = new java.lang.Thread(body);
    thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  @Test
  void enumerate_startedThreads_areListedInOrderWhileAlive() {
    var release = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    int before = Threading.active_count();
    for (int i = 0; i < 5; i++) {
      var thread = new Thread(target(() -> release.await()));
      threads.add(thread);
    }
    assertThat(Threading.enumerate()).doesNotContainAnyElementsOf(threads);
    threads.reversed().forEach(Thread::start);
    assertThat(Threading.enumerate()).containsSubsequence(threads.reversed());
    assertThat(Threading.active_count()).isEqualTo(before + 5);
    release.countDown();
    threads.forEach(thread -> thread.join());
    assertThat(Threading.enumerate()).doesNotContainAnyElementsOf(threads);
    assertThat(Threading.active_count()).isEqualTo(before);
  }

  @Test
  void enumerate_result_belongsToTheCaller() {
    List<Thread> threads = Threading.enumerate();
    threads.clear();
    assertThat(Threading.enumerate()).isNotEmpty();
  }

  @Test
  void currentThread_sameThread_sameObject() {
    assertThat(Threading.current_thread()).isSameAs(Threading.current_thread());
    assertThat(Threading.current_thread().ident()).isEqualTo(Threading.get_ident());
    assertThat(Threading.current_thread().native_id()).isEqualTo(Threading.get_native_id());
  }

  @Test
  void mainThread_isJavasMain() {
    Thread main = Threading.main_thread();
    assertThat(main.name()).isEqualTo("MainThread");
    assertThat(main.toString()).isEqualTo("<_MainThread(MainThread, started " + main.ident() + ")>");
    assertThat(main.daemon()).isFalse();
    assertThat(Threading.enumerate().getFirst()).isSameAs(main);
    assertThatThrownBy(main::start).isInstanceOf(RuntimeError.class).hasMessage("threads can only be started once");
    assertThatThrownBy(() -> main.daemon(true)).isInstanceOf(RuntimeError.class);
  }

  @Test
  void row43_dummyThread_isDaemonicAndCannotBeJoined() throws Exception {
    var seen = new AtomicReference<Thread>();
    inJavaThread(() -> {
      Thread dummy = Threading.current_thread();
      seen.set(dummy);
      assertThat(dummy.name()).matches("Dummy-\\d+");
      assertThat(dummy.daemon()).isTrue();
      assertThat(dummy.is_alive()).isTrue();
      assertThat(dummy.toString())
          .isEqualTo("<_DummyThread(" + dummy.name() + ", started daemon " + Threading.get_ident() + ")>");
      assertThat(Threading.enumerate()).contains(dummy);
      assertThat(new Thread().daemon()).isTrue();
      assertThatThrownBy(() -> dummy.join()).isInstanceOf(RuntimeError.class).hasMessage("cannot join a dummy thread");
      assertThatThrownBy(dummy::start).hasMessage("threads can only be started once");
      assertThatThrownBy(() -> dummy.daemon(false)).hasMessage("cannot set daemon status of active thread");
    });
    Thread dummy = seen.get();
    assertThatThrownBy(() -> dummy.join(1)).hasMessage("cannot join a dummy thread");
    assertThatThrownBy(() -> dummy.join(pythonic.builtins.Keywords.timeout(1))).hasMessage("cannot join a dummy thread");
    assertThat(dummy.is_alive()).isFalse();
    assertThat(Threading.enumerate()).doesNotContain(dummy);
  }

  @Test
  void row43_dummyThread_goesWithItsJavaThread() throws Exception {
    var reference = new AtomicReference<WeakReference<Thread>>();
    inJavaThread(() -> reference.set(new WeakReference<>(Threading.current_thread())));
    for (int i = 0; i < 100 && reference.get().get() != null; i++) {
      System.gc();
    }
    assertThat(reference.get().get()).isNull();
  }

  @Test
  void currentThread_inVirtualThread_isADummy() throws Exception {
    var seen = new ArrayList<String>();
    java.lang.Thread.ofVirtual().start(() -> seen.add(Threading.current_thread().name())).join();
    assertThat(seen).hasSize(1).first().asString().startsWith("Dummy-");
  }

  @Test
  void row42_stackSize_isCheckedAndUsed() {
    assertThat(Threading.stack_size()).isZero();
    for (int size : new int[] {1, 32767}) {
      assertThatThrownBy(() -> Threading.stack_size(size))
          .isInstanceOf(ValueError.class).hasMessage("size not valid: " + size + " bytes");
    }
    assertThatThrownBy(() -> Threading.stack_size(-1))
        .isInstanceOf(ValueError.class).hasMessage("size must be 0 or a positive value");
    try {
      assertThat(Threading.stack_size(1 << 18)).isZero();
      int shallow = depth();
      assertThat(Threading.stack_size(1 << 26)).isEqualTo(1 << 18);
      assertThat(depth()).isGreaterThan(4 * shallow);
    } finally {
      Threading.stack_size(0);
    }
  }

  private static int depth() {
    var depth = new int[1];
    var thread = new Thread(target(() -> {
      try {
        descend(depth);
      } catch (StackOverflowError _) {
        // the depth is what is wanted
      }
    }));
    thread.start();
    thread.join();
    return depth[0];
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack is full
  private static void descend(int[] depth) {
    depth[0]++;
    descend(depth);
  }

  @Test
  void timeoutMax_isPythons() {
    assertThat(Threading.TIMEOUT_MAX).isEqualTo(9223372036.0);
  }

  @Test
  @SuppressWarnings("deprecation") // the old spellings are what is tested
  void oldSpellings_doTheSame() {
    assertThat(Threading.currentThread()).isSameAs(Threading.current_thread());
    assertThat(Threading.activeCount()).isEqualTo(Threading.active_count());
  }
}

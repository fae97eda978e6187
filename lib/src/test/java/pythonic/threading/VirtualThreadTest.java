package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.keywords.ThreadKeyword;
import pythonic.testing.Programs;
import pythonic.testing.Programs.Result;

class VirtualThreadTest extends ThreadContract {

  @Override
  Thread thread(ThreadKeyword... keywords) {
    ThreadKeyword[] all = Arrays.copyOf(keywords, keywords.length + 1);
    all[keywords.length] = virtual(true);
    return new Thread(all);
  }

  @Test
  void start_javaThread_isVirtual() {
    var seen = new ArrayList<Object>();
    var thread = ended(thread(target(() -> {
      seen.add(java.lang.Thread.currentThread().isVirtual());
      seen.add(Threading.current_thread().is_virtual());
    })));
    assertThat(seen).containsExactly(true, true);
    assertThat(thread.is_virtual()).isTrue();
    assertThat(new Thread(virtual(false)).is_virtual()).isFalse();
  }

  @Test
  void daemon_isPythons_thoughJavasVirtualThreadsAreAllDaemons() {
    assertThat(thread(daemon(true)).daemon()).isTrue();
    assertThat(thread(daemon(false)).daemon()).isFalse();
    assertThat(ended(thread(daemon(false))).daemon()).isFalse();
  }

  @Test
  void nativeId_isJavasNumber_becauseTheSystemsChanges() {
    Thread thread = ended(thread());
    assertThat(thread.native_id()).isEqualTo(thread.ident());
  }

  @Test
  void interrupt_whileItWaits_raisesKeyboardInterrupt() {
    var seen = new ArrayList<Object>();
    var event = new Event();
    var thread = thread(target(() -> {
      try {
        event.wait_();
      } catch (KeyboardInterrupt e) {
        seen.add(e);
      }
    }));
    thread.start();
    thread.interrupt();
    thread.join();
    assertThat(seen).singleElement().isInstanceOf(KeyboardInterrupt.class);
  }

  @Test
  void start_manyAtOnce_allRunAndAreListed() {
    var release = new Event();
    var ran = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 10_000; i++) {
      threads.add(thread(target(() -> {
        release.wait_();
        ran.incrementAndGet();
      })));
    }
    threads.forEach(Thread::start);
    assertThat(Threading.enumerate()).containsSubsequence(threads);
    release.set();
    threads.forEach(thread -> thread.join());
    assertThat(ran).hasValue(10_000);
    assertThat(Threading.enumerate()).doesNotContainAnyElementsOf(threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"return", "exit", "chain", "twice"})
  void end_ofTheProgram_waitsForThoseThatAreNotDaemonic(String way) {
    Result result = Programs.run(VirtualExitProgram.class, way);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).containsExactly("main ends", "virtual ends", "atexit");
    assertThat(result.code()).isEqualTo(way.equals("exit") ? 3 : 0);
  }

  @Test
  void end_ofTheProgram_doesNotWaitForDaemonicOnes() {
    Result result = Programs.run(VirtualExitProgram.class, "daemon");
    assertThat(result.out().lines()).containsExactly("main ends", "atexit");
    assertThat(result.code()).isZero();
  }
}

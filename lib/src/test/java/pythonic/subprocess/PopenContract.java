package pythonic.subprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.bufsize;
import static pythonic.builtins.Keywords.encoding;
import static pythonic.builtins.Keywords.input_;
import static pythonic.builtins.Keywords.shell;
import static pythonic.builtins.Keywords.stderr;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.stdout;
import static pythonic.builtins.Keywords.text;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.subprocess.Subprocess.PIPE;
import static pythonic.subprocess.Subprocess.STDOUT;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.ValueError;

/** Pipes to programs, however they are made. */
abstract class PopenContract {

  private static final int HUGE = 3_000_000;

  @Test
  void communicate_hugeBothWays_doesNotDeadlock() {
    byte[] input = new byte[HUGE];
    Arrays.fill(input, (byte) 'x');
    try (var p = new Popen<>(List.of("sh", "-c", "tee /dev/stderr"), stdin(PIPE), stdout(PIPE), stderr(PIPE))) {
      Output<byte[]> output = p.communicate(input);
      assertThat(output.stdout()).isEqualTo(input);
      assertThat(output.stderr()).isEqualTo(input);
      assertThat(p.returncode()).isZero();
    }
  }

  @Test
  void communicate_aProgramThatDoesNotRead_isNoError() {
    try (var p = new Popen<>(List.of("true"), stdin(PIPE), stdout(PIPE))) {
      assertThat(p.communicate(new byte[HUGE]).stdout()).isEmpty();
    }
  }

  @Test
  void communicate_timesOut_secondCallHasAll() {
    try (var p = new Popen<>(List.of("sh", "-c", "echo first; echo e >&2; read x; cat"), stdin(PIPE), stdout(PIPE), stderr(PIPE), text(true))) {
      var input = "line\n" + "y".repeat(HUGE);
      // Whether it is over before or after some bytes were moved: nothing may be lost or sent twice.
      assertThatThrownBy(() -> p.communicate(input, 0.001)).isInstanceOf(TimeoutExpired.class);
      Output<String> output = p.communicate();
      assertThat(output.stdout()).hasSize("first\n".length() + HUGE).startsWith("first\nyyy");
      assertThat(output.stderr()).isEqualTo("e\n");
    }
  }

  @Test
  void timeoutExpired_hasTheBytesSoFar() {
    try (var p = new Popen<>(List.of("sh", "-c", "echo first; exec sleep 50"), stdout(PIPE), stderr(PIPE), text(true))) {
      assertThat(p.stdout().readline()).isEqualTo("first\n");
      p.stdout().read1(0);
      assertThatThrownBy(() -> p.communicate(null, 0.05))
          .isInstanceOfSatisfying(TimeoutExpired.class, e -> assertThat(e.output()).isNull());
      p.kill();
    }
  }

  @Test
  void conversation_lineByLine() {
    try (var p = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE), text(true), bufsize(1))) {
      for (int i = 0; i < 20; i++) {
        p.stdin().write("line " + i + "\n");
        assertThat(p.stdout().readline()).isEqualTo("line " + i + "\n");
      }
    }
  }

  @Test
  void write_isHeldBack_untilFlush() {
    try (var p = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE))) {
      assertThat(p.stdin().write(encode("ab"))).isEqualTo(2);
      p.stdin().flush();
      assertThat(p.stdout().read(2)).isEqualTo(encode("ab"));
    }
  }

  @Test
  void text_newlinesAndCharactersCutInPieces() {
    try (var p = new Popen<>("printf 'a\\r'; sleep 0.1; printf '\\nb\\rc\\303'; sleep 0.1; printf '\\244\\n'", shell(true), stdout(PIPE), encoding("utf-8"))) {
      assertThat(p.stdout().readlines()).containsExactly("a\n", "b\n", "cä\n");
    }
  }

  @Test
  void iteration_givesLines() {
    try (var p = new Popen<>(List.of("printf", "a\\nb\\nc"), stdout(PIPE))) {
      assertThat(p.stdout()).extracting(line -> decode(line)).containsExactly("a\n", "b\n", "c");
      assertThat(p.stdout().read()).isEmpty();
    }
  }

  @Test
  void stderr_toStdout() {
    try (var p = new Popen<>("echo a; echo b >&2; echo c", shell(true), stdout(PIPE), stderr(STDOUT), text(true))) {
      assertThat(p.communicate()).hasToString("('a\\nb\\nc\\n', None)");
    }
  }

  @Test
  void wait_infinity_isNoLimit() {
    try (var p = new Popen<>("exit 3", shell(true))) {
      assertThat(p.wait_(Double.POSITIVE_INFINITY)).isEqualTo(3);
    }
    assertThat(Subprocess.call(List.of("true"), timeout(1e20))).isEqualTo(0);
  }

  @Test
  void closeAfterWriteThatFailed_raisesNothing() {
    var p = new Popen<>(List.of("true"), stdin(PIPE));
    p.wait_();
    assertThatThrownBy(() -> {
      for (int i = 0; i < 100; i++) {
        p.stdin().write(new byte[100_000]);
      }
    }).isInstanceOf(BrokenPipeError.class);
    p.stdin().close();
    assertThat(p.stdin().closed()).isTrue();
    p.close();
  }

  @Test
  void write_nobodyReads_raisesBrokenPipeError() {
    var p = new Popen<>(List.of("true"), stdin(PIPE));
    p.wait_();
    assertThatThrownBy(() -> {
      for (int i = 0; i < 100; i++) { // where a thread copies, it must notice first
        p.stdin().write(new byte[100_000]);
      }
    }).isInstanceOf(BrokenPipeError.class).hasMessage("[Errno 32] Broken pipe");
    assertThat(p.stdin().write(new byte[1])).isEqualTo(1); // what was too much to be held back is lost, this is held back
    assertThatThrownBy(() -> p.stdin().close()).isInstanceOf(BrokenPipeError.class);
    assertThat(p.stdin().closed()).isTrue();
    p.close();
  }

  @Test
  void close_ofStdout_endsTheProgram() {
    try (var p = new Popen<>(List.of("yes"), stdout(PIPE), stderr(Subprocess.DEVNULL))) {
      assertThat(p.stdout().read(4)).isEqualTo(encode("y\ny\n"));
      p.stdout().close();
      assertThat(p.wait_()).isNotZero();
      assertThatThrownBy(() -> p.stdout().read()).isInstanceOf(ValueError.class).hasMessage("read of closed file");
    }
  }

  @Test
  void read_closedByAnotherThread_raisesValueError() throws InterruptedException {
    try (var p = new Popen<>(List.of("sleep", "50"), stdout(PIPE))) {
      Throwable raised = during(() -> p.stdout().read(), p.stdout()::close);
      assertThat(raised).isInstanceOf(ValueError.class);
      p.kill();
    }
  }

  @Test
  void read_interrupted_raisesKeyboardInterrupt_andLosesNothing() throws InterruptedException {
    try (var p = new Popen<>(List.of("sh", "-c", "printf abc; read x; printf def"), stdin(PIPE), stdout(PIPE))) {
      var reader = new AtomicReference<Thread>();
      Throwable raised = during(() -> {
        reader.set(Thread.currentThread());
        p.stdout().read();
      }, () -> reader.get().interrupt());
      assertThat(raised).isInstanceOf(KeyboardInterrupt.class);
      p.stdin().close();
      assertThat(p.stdout().read()).isEqualTo(encode("abcdef"));
    }
  }

  @Test
  void waitAndCommunicate_interrupted_raiseKeyboardInterrupt() throws InterruptedException {
    try (var p = new Popen<>(List.of("sleep", "50"), stdout(PIPE), stderr(PIPE))) {
      for (Runnable call : List.<Runnable>of(p::wait_, p::communicate)) {
        var caller = new AtomicReference<Thread>();
        Throwable raised = during(() -> {
          caller.set(Thread.currentThread());
          call.run();
        }, () -> caller.get().interrupt());
        assertThat(raised).isInstanceOf(KeyboardInterrupt.class);
      }
      assertThat(p.poll()).isNull();
      p.kill();
    }
  }

  @Test
  void run_interrupted_killsTheProgram() throws InterruptedException {
    var caller = new AtomicReference<Thread>();
    long before = children();
    Throwable raised = during(() -> {
      caller.set(Thread.currentThread());
      Subprocess.run(List.of("sleep", "50"), stdout(PIPE));
    }, () -> caller.get().interrupt());
    assertThat(raised).isInstanceOf(KeyboardInterrupt.class);
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void onVirtualThreads_manyAtOnce() throws InterruptedException {
    var wrong = new AtomicReference<Object>();
    List<Thread> threads = java.util.stream.IntStream.range(0, 10).mapToObj(i -> Thread.ofVirtual().start(() -> {
      String text = "x".repeat(10_000 + i);
      try {
        String got = Subprocess.run(List.of("cat"), input_(text), stdout(PIPE), text(true), timeout(60)).stdout();
        if (!text.equals(got)) {
          wrong.set(got);
        }
      } catch (RuntimeException e) {
        wrong.set(e);
      }
    })).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong.get()).isNull();
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  /** {@return what a call raises on a thread of its own, on which something is done once it waits} */
  static Throwable during(Runnable call, Runnable meanwhile) throws InterruptedException {
    var raised = new AtomicReference<Throwable>();
    var started = new CountDownLatch(1);
    Thread thread = Thread.ofPlatform().start(() -> {
      started.countDown();
      try {
        call.run();
      } catch (Throwable e) {
        raised.set(e);
      }
    });
    started.await();
    while (thread.isAlive() && !waits(thread)) {
      Thread.onSpinWait();
    }
    meanwhile.run();
    thread.join();
    return raised.get();
  }

  private static boolean waits(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("epollWait") || frame.getMethodName().equals("wait") || frame.getMethodName().startsWith("park"));
  }
}

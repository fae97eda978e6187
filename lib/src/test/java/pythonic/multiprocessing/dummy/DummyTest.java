package pythonic.multiprocessing.dummy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.kwds;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import com.google.common.testing.GcFinalization;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AttributeError;
import pythonic.builtins.IndexError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.threading.Event;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

final class DummyTest {

  @Test
  void process_isAThreadWithAnExitCode() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var process = new Process(target((Integer x) -> gate.await()), args(1));
    assertThat(process.toString()).matches("<DummyProcess\\(Thread-\\d+ \\(<lambda>\\), initial\\)>");
    assertThat(process.exitcode()).isNull();
    process.start();
    assertThat(process.exitcode()).isNull();
    assertThat(Dummy.active_children()).contains(process);
    gate.countDown();
    process.join();
    assertThat(process.exitcode()).isZero();
    assertThat(Dummy.active_children()).doesNotContain(process);
    assertThat(Dummy.current_process()).isSameAs(Threading.current_thread());
    Dummy.freeze_support();
    Dummy.shutdown();
  }

  @Test
  void activeChildren_areThoseOfTheCurrentThread() {
    var gate = new Event();
    var mine = new Process(target(() -> gate.wait_()));
    mine.start();
    List<Object> seen = new CopyOnWriteArrayList<>();
    var other = new Thread(target(() -> {
      seen.add(Dummy.active_children().size());
      var own = new Process(target(() -> gate.wait_()));
      own.start();
      seen.add(Dummy.active_children().size());
    }));
    other.start();
    other.join();
    assertThat(seen).containsExactly(0, 1);
    assertThat(Dummy.active_children()).contains(mine);
    gate.set();
    mine.join();
  }

  @Test
  void start_byAnotherThread_raisesRuntimeError() {
    var process = new Process(target(() -> {}));
    var error = new CompletableFuture<String>();
    var other = new Thread(target(() -> {
      try {
        process.start();
        error.complete("none");
      } catch (RuntimeError e) {
        error.complete(e.getMessage());
      }
    }));
    other.start();
    other.join();
    assertThat(error.join()).matches("Parent is <.*> but current_process is <.*>");
    process.start();
    process.join();
    assertThat(process.exitcode()).isZero();
  }

  @Test
  void process_thatHasEnded_isForgotten() {
    var lost = new ArrayList<WeakReference<Process>>();
    for (int i = 0; i < 3; i++) {
      var process = new Process(target(() -> {}));
      process.start();
      process.join();
      lost.add(new WeakReference<>(process));
    }
    GcFinalization.awaitFullGc();
    GcFinalization.awaitDone(() -> lost.stream().allMatch(reference -> reference.get() == null));
    assertThat(lost).allMatch(reference -> reference.get() == null);
  }

  @Test
  void pipe_passesObjectsAsTheyAre() {
    var pipe = new Pipe();
    var object = new Object();
    try (var _ = with(pipe.conn1())) {
      pipe.conn1().send(object);
    }
    assertThat(pipe.conn2().poll()).isTrue();
    assertThat(pipe.conn2().recv()).isSameAs(object);
    assertThat(pipe.conn2().poll(0.01)).isFalse();
    pipe.conn2().send(5);
    assertThat(pipe.conn1().poll(60)).isTrue();
    print(pipe.conn1().recv_bytes()); // the object is an argument of print, not taken for all of them
    var either = new Pipe(false);
    either.conn1().send_bytes(null);
    assertThat(either.conn2().recv()).isNull();
  }

  @Test
  void valueArrayAndNamespace_havePythonsReprs() {
    var value = new Value<>('i', 3);
    value.value(value.value() + 1);
    assertThat(value).hasToString("<Value('i', 4)>");
    var array = new Array<>('i', List.of(1, 2));
    array.set(0, 7);
    array.set(-1, 3);
    assertThat(array).containsExactly(7, 3).hasToString("array('i', [7, 3])");
    assertThatThrownBy(() -> array.get(2)).isInstanceOf(IndexError.class).hasMessage("array index out of range");
    assertThatThrownBy(() -> array.set(2, 0)).isInstanceOf(IndexError.class).hasMessage("array assignment index out of range");
    assertThatThrownBy(() -> new Array<>('b', List.of(200))).isInstanceOf(OverflowError.class);
    assertThat(new Array<>('d', List.of())).hasToString("array('d')");
    assertThat(new Value<@Nullable Integer>('i', null)).hasToString("<Value('i', None)>");
    var space = new Namespace();
    space.set("a", 1);
    space.set("_b", 2);
    assertThat(space).hasToString("Namespace(a=1)");
    assertThat(space.get("_b")).isEqualTo(2);
    space.set("a1", null);
    assertThat(space).hasToString("Namespace(a1=None, a=1)");
    assertThat(space.get("a1")).isNull();
    space.remove("a");
    assertThatThrownBy(() -> space.get("a")).isInstanceOf(AttributeError.class).hasMessage("'Namespace' object has no attribute 'a'");
    assertThatThrownBy(() -> space.remove("a")).isInstanceOf(AttributeError.class);
  }

  @Test
  void manager_makesPlainObjects() {
    try (var manager = Dummy.Manager()) {
      Map<String, Integer> dict = manager.dict();
      dict.put("a", 1);
      assertThat(manager.dict(dict)).isEqualTo(dict).isNotSameAs(dict);
      List<Integer> list = manager.list();
      list.add(1);
      assertThat(manager.list(list)).isEqualTo(list).isNotSameAs(list);
      assertThat(manager.Namespace(kwds(Map.of("x", 1)))).hasToString("Namespace(x=1)");
      var lock = manager.Lock();
      try (var _ = with(manager.Condition(lock))) {
        assertThat(lock.locked()).isTrue();
      }
      assertThat(manager.Barrier(1, timeout(1)).wait_()).isZero();
      var queue = manager.<Integer>JoinableQueue(2);
      queue.put(1);
      assertThat(queue.get()).isEqualTo(1);
      queue.task_done();
      queue.join();
      try (var pool = manager.Pool()) {
        assertThat(pool.map(x -> x + 1, list)).containsExactly(2);
      }
      assertThat(manager.Semaphore(2).acquire()).isTrue();
      assertThat(manager.Lock().acquire()).isTrue();
      assertThat(Dummy.RLock().acquire()).isTrue();
      assertThat(Dummy.Event().is_set()).isFalse();
      assertThat(Dummy.Barrier(2).parties()).isEqualTo(2);
    }
    try (var pool = new Pool(1)) {
      assertThat(pool.apply((Integer x) -> x, args(5)).intValue()).isEqualTo(5);
      assertThat(pool.toString()).isEqualTo("<multiprocessing.pool.ThreadPool state=RUN pool_size=1>");
    }
  }
}

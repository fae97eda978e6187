package pythonic.multiprocessing.dummy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AttributeError;
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
  void pipe_passesObjectsAsTheyAre() {
    var pipe = new Pipe();
    var object = new Object();
    try (var _ = with(pipe.conn1())) {
      pipe.conn1().send(object);
    }
    assertThat(pipe.conn2().poll()).isTrue();
    assertThat(pipe.conn2().<Object>recv()).isSameAs(object);
    assertThat(pipe.conn2().poll(0.01)).isFalse();
    pipe.conn2().send(5);
    assertThat(pipe.conn1().poll(60)).isTrue();
    assertThat(pipe.conn1().<Integer>recv()).isEqualTo(5);
  }

  @Test
  void valueArrayAndNamespace_havePythonsReprs() {
    var value = new Value<>('i', 3);
    value.value(value.value() + 1);
    assertThat(value).hasToString("<Value('i', 4)>");
    var array = new Array<>('i', List.of(1, 2));
    array.set(0, 7);
    assertThat(array).containsExactly(7, 2).hasToString("array('i', [7, 2])");
    var space = new Namespace();
    space.set("a", 1);
    space.set("_b", 2);
    assertThat(space).hasToString("Namespace(a=1)");
    assertThat(space.<Integer>get("_b")).isEqualTo(2);
    space.remove("a");
    assertThatThrownBy(() -> space.get("a")).isInstanceOf(AttributeError.class).hasMessage("'Namespace' object has no attribute 'a'");
    assertThatThrownBy(() -> space.remove("a")).isInstanceOf(AttributeError.class);
  }

  @Test
  void manager_makesPlainObjects() {
    try (var manager = Dummy.Manager()) {
      Map<String, Integer> dict = manager.dict();
      dict.put("a", 1);
      List<Integer> list = manager.list();
      list.add(1);
      var queue = manager.<Integer>JoinableQueue();
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

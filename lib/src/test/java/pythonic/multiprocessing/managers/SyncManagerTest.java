package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Builtins.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ConnectionError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.ProcessError;

@NullUnmarked
final class SyncManagerTest {

  private static String path(BaseManager manager) {
    return (String) manager.address();
  }

  private static Process serverOf(BaseManager manager) {
    return Multiprocessing.active_children().stream()
        .filter(child -> path(manager).contains("-" + child.pid() + "-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void row121_beforeStart_raises() {
    var manager = new SyncManager();
    assertThat(manager.address()).isNull();
    assertThatThrownBy(manager::dict).isInstanceOf(AssertionError.class).hasMessage("server not yet started");
    assertThatThrownBy(manager::shutdown)
        .isInstanceOf(AttributeError.class)
        .hasMessage("'SyncManager' object has no attribute 'shutdown'");
    assertThatThrownBy(manager::join)
        .isInstanceOf(AttributeError.class)
        .hasMessage("'SyncManager' object has no attribute '_process'");
    manager.close();
  }

  @Test
  void row121_startTwice_raisesProcessError() {
    try (var manager = with(new SyncManager())) {
      assertThatThrownBy(manager::start).isInstanceOf(ProcessError.class).hasMessage("Already started server");
      manager.enter();
      assertThat(manager.list(List.of(1))).containsExactly(1);
    }
  }

  @Test
  void row121_afterShutdown_everyUseSaysSo() {
    var manager = new Manager();
    DictProxy<String, Object> d = manager.dict(Map.of("a", 1));
    String address = path(manager);
    manager.shutdown();
    assertThatThrownBy(manager::dict).isInstanceOf(AssertionError.class).hasMessage("server not yet started");
    assertThatThrownBy(manager::start).isInstanceOf(ProcessError.class).hasMessage("Manager has shut down");
    assertThatThrownBy(manager::enter).isInstanceOf(ProcessError.class).hasMessage("Manager has shut down");
    assertThatThrownBy(() -> d.get("a"))
        .isInstanceOf(ConnectionError.class)
        .hasMessage("[Errno 32] Broken pipe: the manager was shut down");
    assertThat(str(d)).isEqualTo(repr(d).replace(">", "; '__str__()' failed>"));
    assertThat(manager.address()).isEqualTo(address);
    manager.shutdown();
    manager.close();
    manager.join();
    assertThat(Multiprocessing.active_children()).noneMatch(child -> child.name().startsWith("SyncManager-") && child.exitcode() != null);
  }

  @Test
  void shutdown_leavesNoProcessAndNoFile() {
    var manager = new Manager();
    Process server = serverOf(manager);
    assertThat(server.name()).startsWith("SyncManager-");
    Path folder = Path.of(path(manager)).getParent();
    assertThat(folder).exists();
    manager.dict().put("a", 1);
    manager.shutdown();
    assertThat(folder).doesNotExist();
    assertThat(server.is_alive()).isFalse();
    assertThat(server.exitcode()).isZero();
  }

  @Test
  void address_isPrivateToTheUser() throws IOException {
    try (var manager = new Manager()) {
      Path socket = Path.of(path(manager));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket))).isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent()))).isEqualTo("rwx------");
    }
  }

  @Test
  void kill_everyProxySaysSoInTime() throws Exception {
    var manager = new Manager();
    DictProxy<String, Object> used = manager.dict(Map.of("a", 1));
    ListProxy<Object> fresh = manager.list();
    Path folder = Path.of(path(manager)).getParent();
    long pid = Objects.requireNonNull(serverOf(manager).pid());
    new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    String text = "the process of the manager, pid " + pid + ", was killed by signal 9";
    assertThatThrownBy(() -> used.get("a")).isInstanceOf(ConnectionError.class).hasMessageEndingWith(text);
    assertThatThrownBy(() -> used.get("a")).isInstanceOf(ConnectionError.class).hasMessageEndingWith(text);
    assertThatThrownBy(() -> fresh.append(1)).isInstanceOf(ConnectionError.class).hasMessageEndingWith(text);
    assertThatThrownBy(manager::dict).isInstanceOf(ConnectionError.class).hasMessageEndingWith(text);
    assertThat(str(used)).endsWith("; '__str__()' failed>");
    manager.shutdown();
    assertThat(folder).doesNotExist();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void call_interruptedBefore_needNotWaitAndKeepsTheFlag() {
    try (var manager = new Manager()) {
      ListProxy<Object> l = manager.list();
      Thread.currentThread().interrupt();
      l.append(1);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(l).hasSize(1);
    }
  }

  @Test
  void close_interrupted_endsTheProcessAllTheSame() throws Exception {
    var manager = new Manager();
    Process server = serverOf(manager);
    long pid = Objects.requireNonNull(server.pid());
    Thread.currentThread().interrupt();
    try {
      manager.close();
      assertThat(Thread.interrupted()).isTrue(); // it ended so soon that nobody had to wait
    } catch (KeyboardInterrupt e) {
      assertThat(Thread.interrupted()).isFalse();
    }
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(30, TimeUnit.SECONDS);
    }
    server.join();
    assertThat(server.exitcode()).isNotNull();
  }

  @Test
  void twoManagers_doNotMix() {
    try (var first = new Manager();
        var second = new Manager()) {
      ListProxy<Object> a = first.list(List.of(1));
      ListProxy<Object> b = second.list(List.of(2));
      a.append(b);
      assertThat(str(a.get(1))).isEqualTo("[2]");
      second.shutdown();
      assertThat(a.get(0)).isEqualTo(1);
    }
  }
}

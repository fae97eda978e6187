package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.FileNotFoundError;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.shared_memory.ShareableList;
import pythonic.multiprocessing.shared_memory.SharedMemory;
import pythonic.testing.Threads;

@NullUnmarked
final class SharedMemoryManagerTest {

  @Test
  void shutdown_deletesAllBlocks() {
    String block;
    String list;
    try (var manager = with(new SharedMemoryManager())) {
      SharedMemory memory = manager.SharedMemory(128);
      ShareableList items = manager.ShareableList(List.of(1, "two", 3.0));
      assertThat(memory.size()).isGreaterThanOrEqualTo(128);
      assertThat(items.get(1)).isEqualTo("two");
      block = memory.name();
      list = items.shm().name();
      try (var same = new SharedMemory(block)) {
        assertThat(same.name()).isEqualTo(block);
      }
      manager.SharedMemory(64).unlink(); // the program may do so itself
    }
    assertThatThrownBy(() -> new SharedMemory(block)).isInstanceOf(FileNotFoundError.class);
    assertThatThrownBy(() -> new SharedMemory(list)).isInstanceOf(FileNotFoundError.class);
  }

  @Test
  void beforeStart_raises() {
    assertThatThrownBy(() -> new SharedMemoryManager().SharedMemory(8)).isInstanceOf(AssertionError.class).hasMessage("server not yet started");
  }

  @Test
  void kill_ofTheManager_deletesAllBlocks() {
    try (var manager = with(new SharedMemoryManager())) {
      String block = manager.SharedMemory(128).name();
      String list = manager.ShareableList(List.of(1, "two")).shm().name();
      Multiprocessing.active_children().stream().filter(child -> child.name().startsWith("SharedMemoryManager")).forEach(Process::kill);
      Threads.await("the blocks are gone", () -> isGone(block) && isGone(list));
    }
  }

  private static boolean isGone(String name) {
    try (var block = new SharedMemory(name)) {
      assertThat(block.name()).isEqualTo(name);
      return false;
    } catch (FileNotFoundError e) {
      return true;
    }
  }

  @Test
  void getServer_onlyBeforeTheStart() {
    var manager = new SharedMemoryManager();
    try (var server = manager.get_server()) {
      assertThat(server.address()).isNotNull();
    }
    manager.start();
    assertThatThrownBy(manager::get_server).isInstanceOf(ProcessError.class).hasMessage("Already started SharedMemoryServer");
    assertThatThrownBy(() -> manager.start()).isInstanceOf(ProcessError.class).hasMessage("Already started server");
    manager.shutdown();
    assertThatThrownBy(manager::get_server).isInstanceOf(ProcessError.class).hasMessage("SharedMemoryManager has shut down");
    assertThatThrownBy(() -> manager.start()).isInstanceOf(ProcessError.class).hasMessage("Manager has shut down");
  }
}

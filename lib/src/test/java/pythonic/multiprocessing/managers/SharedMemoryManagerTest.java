package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.FileNotFoundError;
import pythonic.multiprocessing.shared_memory.ShareableList;
import pythonic.multiprocessing.shared_memory.SharedMemory;

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
}

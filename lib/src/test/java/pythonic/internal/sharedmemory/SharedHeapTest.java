package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SharedHeapTest {

  private final List<SharedObject> kept = new ArrayList<>();

  private SharedHeap heapOfNext(int bytes) {
    SharedObject object = SharedHeap.make(Kind.OTHER, bytes, SharedSignals::new);
    kept.add(object);
    return object.heap;
  }

  @Test
  void make_lastHeapIsFull_takesTheRoomOfAnEarlierOne() throws IOException {
    Set<SharedHeap> heaps = new LinkedHashSet<>();
    while (heaps.size() < 3) {
      heaps.add(heapOfNext(60_000)); // which leaves some 18,000 bytes at the end of each
    }
    long before = folders();
    SharedHeap last = heapOfNext(10_000);
    SharedHeap next = last;
    while (next == last) {
      next = heapOfNext(10_000);
    }
    assertThat(folders()).as("none was made for it").isEqualTo(before);
  }

  /** {@return how many heaps this process has made; other tests have made some, too} */
  private static long folders() throws IOException {
    try (Stream<Path> files = Files.list(HeapFolder.base())) {
      return files.filter(file -> HeapFolder.owner(file) == ProcessHandle.current().pid()).count();
    }
  }
}

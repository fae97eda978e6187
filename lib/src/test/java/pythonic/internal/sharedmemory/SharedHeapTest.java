package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SharedHeapTest {

  private final List<SharedObject> kept = new ArrayList<>();

  private SharedHeap heapOfNext(int bytes) {
    SharedObject object = SharedHeap.make(Kind.OTHER, bytes, SharedSignals::new);
    kept.add(object);
    return object.heap;
  }

  @Test
  void make_lastHeapIsFull_takesTheRoomOfAnEarlierOne() {
    Set<SharedHeap> heaps = new LinkedHashSet<>();
    while (heaps.size() < 3) {
      heaps.add(heapOfNext(60_000)); // which leaves some 18,000 bytes at the end of each
    }
    SharedHeap last = heapOfNext(10_000);
    SharedHeap next = last;
    while (next == last) {
      next = heapOfNext(10_000);
    }
    assertThat(heaps).contains(next);
  }
}

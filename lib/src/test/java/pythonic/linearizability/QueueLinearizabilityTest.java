package pythonic.linearizability;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;

@NullUnmarked
final class QueueLinearizabilityTest {

  public static final class RoomForOne extends QueueOperations {
    public RoomForOne() {
      super(new Queue<>(1));
    }
  }

  public static final class RoomForTwo extends QueueOperations {
    public RoomForTwo() {
      super(new Queue<>(2));
    }
  }

  public static final class NoBound extends QueueOperations {
    public NoBound() {
      super(new Queue<>());
    }
  }

  public static final class Lifo extends QueueOperations {
    public Lifo() {
      super(new LifoQueue<>(2));
    }
  }

  public static final class Priority extends QueueOperations {
    public Priority() {
      super(new PriorityQueue<>(2));
    }
  }

  public static final class Simple {
    private final SimpleQueue<Integer> queue = new SimpleQueue<>();

    @Operation
    public void put(@Param(gen = IntGen.class, conf = "1:3") int item) {
      queue.put(item);
    }

    @Operation
    public int get_nowait() {
      return queue.get_nowait();
    }

    @Operation
    public int getInNoTime() {
      return queue.get(true, 0);
    }

    @Operation
    public boolean empty() {
      return queue.empty();
    }
  }

  /** Looks for room and takes it in two steps. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // that is what is to be found
  public static final class Broken {
    private volatile int size;
    private final int[] items = new int[2];

    @Operation
    public void put_nowait(@Param(gen = IntGen.class, conf = "1:3") int item) {
      if (size == items.length) {
        throw new Full();
      }
      items[size] = item;
      size = size + 1;
    }

    @Operation
    public int get_nowait() {
      if (size == 0) {
        throw new Empty();
      }
      size = size - 1;
      return items[size];
    }
  }

  @Test
  void queueWithRoomForOne_isLinearizable() {
    ModelChecking.assertLinearizable(RoomForOne.class);
  }

  @Test
  void queueWithRoomForTwo_isLinearizable() {
    ModelChecking.assertLinearizable(RoomForTwo.class);
  }

  @Test
  void queueWithoutBound_isLinearizable() {
    ModelChecking.assertLinearizable(NoBound.class);
  }

  @Test
  void lifoQueue_isLinearizable() {
    ModelChecking.assertLinearizable(Lifo.class);
  }

  @Test
  void priorityQueue_isLinearizable() {
    ModelChecking.assertLinearizable(Priority.class);
  }

  @Test
  void simpleQueue_isLinearizable() {
    ModelChecking.assertLinearizable(Simple.class);
  }

  @Test
  void brokenQueue_isFound() {
    ModelChecking.assertNotLinearizable(Broken.class);
  }
}

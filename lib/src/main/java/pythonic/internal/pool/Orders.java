package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.child.ParentLink;
import pythonic.internal.waiting.Mutex;

/**
 * What comes to a worker over its link: the bytes of a task that was too long for the board, and the order to end if it
 * still performs a certain task. A thread waits for both; the worker's own is busy.
 */
final class Orders {

  static final byte BYTES = 0;
  static final byte ABORT = 1;

  /** The exit code of a worker whose task was given up. */
  static final int ABORTED = 75;

  private static final long NONE = -1;

  private final ArrayBlockingQueue<byte[]> bytes = new ArrayBlockingQueue<>(1);

  /** Held to go from one task to another, and to end the process: so the task that is ended is the one that was meant. */
  private final Mutex changing = new Mutex();

  private long performing = NONE;

  /** The last task that was begun, and one that is to be given up as soon as it is begun: it was taken already. */
  private long begun = NONE;

  private long doomed = NONE;

  /** Begins to listen to what the parent says. */
  void listen(ParentLink parent) {
    Thread.ofPlatform().daemon().name("pythonic-pool-orders").start(() -> listenTo(parent));
  }

  static byte[] bytes(byte[] task) {
    var order = new byte[task.length + 1];
    order[0] = BYTES;
    System.arraycopy(task, 0, order, 1, task.length);
    return order;
  }

  private void listenTo(ParentLink parent) {
    while (true) {
      byte[] order = parent.receive();
      if (order[0] == BYTES) {
        bytes.add(Arrays.copyOfRange(order, 1, order.length));
      } else {
        abort(ByteBuffer.wrap(order).getLong(1));
      }
    }
  }

  private void abort(long number) {
    changing.acquireUninterruptibly();
    if (performing == number) {
      Runtime.getRuntime().halt(ABORTED);
    }
    if (number > begun) {
      doomed = number;
    }
    changing.tryRelease();
  }

  /** The worker performs a task. */
  void performing(long number) {
    changing.acquireUninterruptibly();
    performing = number;
    begun = number;
    if (number == doomed) {
      Runtime.getRuntime().halt(ABORTED);
    }
    changing.tryRelease();
  }

  /** The worker performs none. */
  void idle() {
    changing.acquireUninterruptibly();
    performing = NONE;
    changing.tryRelease();
  }

  /** Waits for the bytes that were asked for. */
  byte[] await() {
    try {
      return bytes.take();
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }
}

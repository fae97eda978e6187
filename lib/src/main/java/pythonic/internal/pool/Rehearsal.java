package pythonic.internal.pool;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function1;
import pythonic.internal.sharedmemory.ByteStream;
import pythonic.internal.sharedmemory.TaskBoard;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/**
 * What a spare does so as to be quick as a worker: it is one for a moment, with a board and a stream of its own. To meet all
 * that for the first time, shared memory above all, takes a JVM more than a hundred milliseconds.
 */
public final class Rehearsal {

  private static final int TASKS = 12;

  /** As long as a worker's look, and some more: so it waits in the system, too. */
  private static final double PAUSE = 0.0005;

  private static volatile boolean wanted;

  private Rehearsal() {}

  /** Spares are likely to be workers. */
  public static void want() {
    wanted = true;
  }

  /** {@return whether spares are likely to be workers} */
  public static boolean isWanted() {
    return wanted;
  }

  /** Is a worker for a moment. */
  public static void perform() throws Exception {
    var setup = new WorkerSetup(TaskBoard.make(), ByteStream.make(), 0, null, null, false, null);
    Function1<@Nullable Object, @Nullable Object> function = x -> x;
    byte[] task = WorkCodec.encode(new Work(Work.Kind.CALL, function, List.of(1), Map.of()));
    var feeder = Thread.ofPlatform().daemon().name("pythonic-pool-rehearsal").start(() -> feed(setup.board(), task));
    new Worker(setup, new Orders(), Rehearsal.class.getClassLoader()).rehearse();
    feeder.join();
    ByteStream.of(setup.replies().handle());
  }

  private static void feed(TaskBoard board, byte[] task) {
    var never = new OneShot();
    for (int i = 0; i < TASKS; i++) {
      board.put(Worker.WHOLE, task);
      never.await(Deadline.after(PAUSE));
    }
    board.close();
  }
}

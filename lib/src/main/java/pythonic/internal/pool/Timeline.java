package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/** What the workers of a pool did, and when, in bounded memory. Times are microseconds since 1970. */
public final class Timeline {

  private static final int LONGEST = 5;

  /** A worker, and those that took its place; times in seconds. */
  public interface WorkerMaker<W> {
    W make(int worker, long tasks, double startUp, double waiting, double working, double exit);
  }

  /** One of the tasks that took longest. */
  public interface TaskMaker<T> {
    T make(String task, double seconds, int worker);
  }

  private record LongTask(String name, long time, int worker) {}

  /** Guards what stands below. */
  private final Mutex mutex = new Mutex();

  private final List<Lane> lanes;
  private final List<LongTask> longest = new ArrayList<>();
  private final long begin = now();

  Timeline(int workers) {
    lanes = IntStream.range(0, workers).mapToObj(_ -> new Lane()).toList();
  }

  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
  }

  void started(int worker) {
    try (var _ = mutex.hold()) {
      lanes.get(worker).started(now());
    }
  }

  void ready(int worker) {
    try (var _ = mutex.hold()) {
      lanes.get(worker).ready(now());
    }
  }

  void ended(int worker) {
    try (var _ = mutex.hold()) {
      lanes.get(worker).ended(now());
    }
  }

  void leaving(int worker, long at) {
    try (var _ = mutex.hold()) {
      lanes.get(worker).leaving(at);
    }
  }

  void performed(int worker, long from, long to, @Nullable Task task) {
    try (var _ = mutex.hold()) {
      lanes.get(worker).performed(from, to, task == null ? 1 : task.work().count());
      if (task != null && (longest.size() < LONGEST || longest.getLast().time < to - from)) {
        longest.add(new LongTask(task.work().description(), to - from, worker));
        longest.sort(Comparator.comparingLong(LongTask::time).reversed());
        if (longest.size() > LONGEST) {
          longest.removeLast();
        }
      }
    }
  }

  /** A worker process has told of its times. */
  void told(int worker, byte kind, byte[] bytes, @Nullable Task task) {
    ByteBuffer times = ByteBuffer.wrap(bytes);
    if (kind == Replies.TIMES) {
      performed(worker, times.getLong(), times.getLong(), task);
    } else {
      leaving(worker, times.getLong());
    }
  }

  /** {@return what each worker did so far} */
  public <W> List<W> workers(WorkerMaker<W> maker) {
    return read(() -> {
      long now = now();
      return IntStream.range(0, lanes.size()).mapToObj(i -> {
        Lane lane = lanes.get(i);
        return maker.make(i, lane.tasks(), lane.startUp() / 1e6, lane.waiting(now) / 1e6, lane.working() / 1e6, lane.exit() / 1e6);
      }).toList();
    });
  }

  /** {@return the tasks that took longest, these first} */
  public <T> List<T> longest(TaskMaker<T> maker) {
    return read(() -> longest.stream().<T>map(task -> maker.make(task.name, task.time / 1e6, task.worker)).toList());
  }

  /** {@return the picture, so far} */
  public String svg() {
    List<List<Lane.Span>> spans = read(() -> lanes.stream().map(Lane::spans).toList());
    return TimelinePicture.of(begin, spans);
  }

  private <R> R read(Supplier<R> reader) {
    try (var _ = mutex.hold()) {
      return reader.get();
    }
  }
}

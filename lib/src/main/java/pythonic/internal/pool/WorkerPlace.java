package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.sharedmemory.ByteStream;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/**
 * One worker's place in a pool of processes, and the thread that reads its replies. When the process has ended, all that
 * it has written is read first; what it was performing then is known exactly. Another process takes the place.
 */
final class WorkerPlace {

  private final ProcessEngine engine;
  private final int index;
  private final ByteStream replies = Boards.stream();

  /** Used by the place's thread, and by {@link #kill}. */
  private volatile @Nullable ChildJvm jvm;

  /** The process has ended, all that it will ever write is there. */
  private volatile boolean dead;

  /** How many replies were passed on and not yet counted. Used by the place's thread alone, as all below. */
  private int done;

  private boolean ready;
  private @Nullable Throwable unready;
  private byte[] buffer = new byte[1 << 10];

  WorkerPlace(ProcessEngine engine, int index) {
    this.engine = engine;
    this.index = index;
  }

  /** Nobody uses the stream any more. */
  void giveBack() {
    Boards.giveBack(replies);
  }

  /** Starts the first process, in the caller's thread: an initializer that cannot travel is refused there. */
  void start() {
    begin();
    Thread.ofPlatform().daemon().name("pythonic-pool-worker-" + index).start(this::run);
  }

  private void begin() {
    replies.reset();
    dead = false;
    ready = false;
    unready = null;
    PoolOptions options = engine.options();
    var setup = new WorkerSetup(engine.sent().board(), replies, index, options.initializer(), options.maxtasks(), options.executor());
    ChildJvm started = engine.startWorker(setup);
    jvm = started;
    started.onEnd(() -> {
      dead = true;
      replies.wakeReader();
    });
    if (engine.state() == Engine.State.TERMINATE) {
      started.terminate(); // terminate() may have looked before there was anything to end
    }
  }

  private void run() {
    try {
      serve();
      while (engine.isWanted()) {
        if (beginAgain()) {
          serve();
        }
      }
    } finally {
      engine.workerEnded();
    }
  }

  /** No process can be started: whoever waits for a task must be told in any case. */
  private boolean beginAgain() {
    try {
      begin();
      return true;
    } catch (Throwable e) { // whatever keeps the system from it
      engine.breakDown(e);
      return false;
    }
  }

  /** Reads replies until the process has ended. */
  private void serve() {
    ChildJvm own = jvm;
    if (own == null) {
      return;
    }
    while (true) {
      replies.await(1, () -> dead);
      boolean last = dead;
      while (replies.available() > 0 && readReply(own)) {}
      replies.wakeWriter();
      count();
      if (last) {
        break;
      }
    }
    jvm = null;
    ended(own);
  }

  private void count() {
    if (done > 0) {
      int counted = done;
      done = 0;
      engine.finished(counted);
    }
  }

  /** {@return false if the process has ended in the middle of it} */
  private boolean readReply(ChildJvm own) {
    if (!read(Replies.HEADER)) {
      return false;
    }
    var header = ByteBuffer.wrap(buffer);
    int length = header.getInt();
    long number = header.getLong();
    byte kind = header.get();
    if (!read(length)) {
      return false;
    }
    byte[] bytes = java.util.Arrays.copyOf(buffer, length);
    if (buffer.length > 1 << 20) {
      buffer = new byte[1 << 10];
    }
    switch (kind) {
      case Replies.READY -> {
        ready = true;
        engine.ready();
      }
      case Replies.UNREADY -> unready = reason(bytes);
      case Replies.WANT -> {
        Task task = engine.sent().get(number);
        byte[] wanted = task == null ? null : task.encoded;
        if (wanted != null) {
          own.send(Orders.bytes(wanted));
        } else {
          own.kill(); // nobody waits for it any more
        }
      }
      default -> {
        Task task = engine.sent().done(number);
        if (task != null) {
          Replies.settle(task, kind, bytes, engine.errors());
          if (++done == 64) {
            count();
          }
        }
      }
    }
    return true;
  }

  private static @Nullable Throwable reason(byte[] bytes) {
    try {
      return Pickler.loads(bytes, WorkerPlace.class.getClassLoader()) instanceof PortableError error
          ? error.toThrowable(Thread.currentThread().getContextClassLoader())
          : null;
    } catch (RuntimeException | LinkageError e) {
      return e;
    }
  }

  private boolean read(int count) {
    if (buffer.length < count) {
      buffer = new byte[Math.max(count, 2 * buffer.length)];
    }
    for (int read = 0; read < count; ) {
      int there = Math.min(replies.available(), count - read);
      if (there > 0) {
        replies.read(buffer, read, there);
        read += there;
      } else if (dead && replies.available() == 0) {
        return false;
      } else {
        replies.wakeWriter();
        replies.await(1, () -> dead);
      }
    }
    return true;
  }

  private void ended(ChildJvm own) {
    own.join(Deadline.NEVER);
    Integer code = own.exitCode();
    String how = own.pid() + (code == null ? " ended" : code < 0 ? " was ended by signal " + -code : " ended with exit code " + code);
    List<Task> victims = engine.victims(index);
    for (Task victim : victims) {
      done += engine.lost(victim, how);
    }
    count();
    if (!ready && engine.state() != Engine.State.TERMINATE) {
      Throwable error = engine.errors().lost("worker process " + how + (unready == null ? " before it was ready" : ", as its initializer failed"));
      if (unready != null && error.getCause() == null) {
        error.initCause(unready);
      }
      engine.unready(error, unready != null);
    }
  }

  /** Ends the process if it still performs a task. */
  void abort(long number) {
    ChildJvm own = jvm;
    if (own != null) {
      own.send(ByteBuffer.allocate(1 + Long.BYTES).put(Orders.ABORT).putLong(number).array());
    }
  }

  /** Ends the process by SIGKILL. */
  void killHard() {
    ChildJvm own = jvm;
    if (own != null) {
      own.kill();
    }
  }

  /** Ends the process in the middle of whatever it does. */
  void kill() {
    ChildJvm own = jvm;
    if (own != null) {
      own.terminate();
    }
  }
}

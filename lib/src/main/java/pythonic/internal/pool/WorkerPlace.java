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
 *
 * <p>Whoever watches the stream of replies reads them: the place's thread, or one that looks at all places for a moment
 * ({@link Lookout}). When a process has ended the place's thread watches until the next has begun.
 */
final class WorkerPlace {

  /** So many replies are passed on before they are counted, and before a thread that looks asks what else there is. */
  private static final int AT_ONCE = 64;

  private final ProcessEngine engine;
  private final int index;
  private final ByteStream replies = Boards.stream();
  private final ReplyReader reader = new ReplyReader(replies);
  private final LongReplies longReplies = new LongReplies(replies);
  private final @Nullable Timeline timeline;

  /** Used by the place's thread, and by {@link #kill}. */
  private volatile @Nullable ChildJvm jvm;

  /** The process has ended, all that it will ever write is there. */
  private volatile boolean dead;

  /** A reply that another thread has read, and that is for the place's thread to pass on. */
  private volatile ReplyReader.@Nullable Whole left;

  /** Whether the thread that looks at all places watches this one. Used by that thread. */
  private boolean lookedAt;

  /** How many replies were passed on and not yet counted. Used by the thread that watches, as all below. */
  private int done;

  private boolean ready;
  private @Nullable Throwable unready;

  WorkerPlace(ProcessEngine engine, int index) {
    this.engine = engine;
    this.index = index;
    timeline = engine.options().extras().timeline();
  }

  /** Nobody uses the stream any more. */
  void giveBack() {
    Boards.giveBack(replies);
  }

  /** Starts the first process, in the caller's thread: an initializer that cannot travel is refused there. */
  void start() {
    begin();
    unwatch();
    Thread.ofPlatform().daemon().name("pythonic-pool-worker-" + index).start(this::run);
  }

  private void begin() {
    replies.reset();
    dead = false;
    ready = false;
    unready = null;
    left = null;
    PoolOptions options = engine.options();
    var setup = new WorkerSetup(engine.sent().board(), replies, index, options.initializer(), options.maxtasks(), options.executor(), options.extras().forWorker());
    if (timeline != null) {
      timeline.started(index);
    }
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
          unwatch();
          serve();
        }
      }
    } finally {
      engine.workersEnded(1);
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
      replies.awaitWatch(() -> dead || left != null);
      boolean last = dead;
      passOn(own);
      if (last) {
        break; // and watches on, so that nobody else reads what there will never be
      }
      unwatch();
      engine.lookout().look();
    }
    jvm = null;
    reader.reset();
    longReplies.forget();
    ended(own);
  }

  /** Passes on what has come, for the place's thread. */
  private void passOn(ChildJvm own) {
    ReplyReader.Whole reply = left;
    left = null;
    for (reply = reply == null ? reader.next() : reply; reply != null; reply = reader.next()) {
      handle(own, reply);
    }
    count();
  }

  /**
   * Passes on what has come, for a thread that looks at all places, as far as it makes no code of the program run; the
   * rest is left to the place's thread. {@return whether anything was passed on}
   */
  boolean look() {
    ChildJvm own = jvm;
    lookedAt = lookedAt || (own != null && !dead && left == null && replies.tryWatch());
    if (!lookedAt || jvm == null || own == null || dead) { // asked again: nobody watches what another pool may have by now
      leave();
      return false;
    }
    int passedOn = 0;
    for (ReplyReader.Whole reply = reader.next(); reply != null; reply = ++passedOn < AT_ONCE ? reader.next() : null) {
      if (!isQuiet(reply)) {
        left = reply;
        leave();
        break;
      }
      handle(own, reply);
    }
    count();
    return passedOn > 0;
  }

  /** Looks no longer at this place: what comes now, or has come, is its thread's. */
  void leave() {
    if (lookedAt) {
      lookedAt = false;
      unwatch();
    }
  }

  private void unwatch() {
    replies.unwatch();
    if (replies.available() > 0 || dead || left != null) {
      replies.wakeReader();
    }
  }

  private void count() {
    if (done > 0) {
      int counted = done;
      done = 0;
      engine.finished(counted);
    }
  }

  private boolean isQuiet(ReplyReader.Whole reply) {
    if (reply.kind() == Replies.VALUE) {
      Task task = engine.sent().get(reply.number());
      return Pickler.isPlain(reply.bytes()) && (task == null || task.isQuiet());
    }
    return reply.kind() == Replies.READY || reply.kind() == Replies.WANT || reply.kind() == Replies.TIMES;
  }

  private void handle(ChildJvm own, ReplyReader.Whole told) {
    ReplyReader.Whole reply = longReplies.whole(told);
    switch (reply.kind()) {
      case Replies.READY -> {
        ready = true;
        if (timeline != null) {
          timeline.ready(index);
        }
        engine.ready();
      }
      case Replies.UNREADY -> unready = reason(reply.bytes());
      case Replies.WANT -> {
        Task task = engine.sent().get(reply.number());
        byte[] wanted = task == null ? null : task.encoded;
        if (wanted != null) {
          own.send(Orders.bytes(wanted));
        } else {
          own.kill(); // nobody waits for it any more
        }
      }
      case Replies.TIMES, Replies.LEAVING -> {
        if (timeline != null) {
          timeline.told(index, reply.kind(), reply.bytes(), engine.sent().get(reply.number()));
        }
      }
      default -> {
        Task task = engine.sent().done(reply.number());
        if (task != null) {
          Replies.settle(task, reply.kind(), reply.bytes(), engine.errors());
          if (++done == AT_ONCE) {
            count();
          }
        }
      }
    }
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

  private void ended(ChildJvm own) {
    own.join(Deadline.NEVER);
    if (timeline != null) {
      timeline.ended(index);
    }
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

package pythonic.internal.pool;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.internal.child.ParentLink;
import pythonic.internal.sharedmemory.LongBytes;
import pythonic.internal.sharedmemory.TaskBoard;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** A pool's worker, in its own JVM: takes a task from the board, performs it, writes the reply, takes the next. */
public final class Worker {

  /** What stands beside a task on the board: whether its bytes are there, are to be asked for, or lie in a file of a number. */
  static final byte WHOLE = 0;

  static final byte LONG = 1;
  static final byte IN_FILE = 2;

  private final WorkerSetup setup;
  private final Orders orders;
  private final WorkCodec codec;
  private final LongBytes longTasks;
  private final LongBytes longReplies;
  private final @Nullable WorkerExtras extras;

  /** Made for the first task with a time limit: a fresh JVM takes its time to load a clock. */
  private @Nullable Overtime overtime;

  private byte[] scratch = new byte[1 << 10];

  /** A task has had too little memory, or has left too little: the worker is to be replaced. */
  private boolean spent;

  Worker(WorkerSetup setup, Orders orders, ClassLoader loader) {
    this.setup = setup;
    this.orders = orders;
    this.codec = new WorkCodec(loader);
    this.longTasks = LongBytes.of(setup.board());
    this.longReplies = LongBytes.of(setup.replies());
    this.extras = setup.extras() == null ? null : new WorkerExtras(setup.extras(), this);
  }

  /** The worker's main function. When the initializer fails it ends with a traceback and exit code 1. */
  public static void worker(WorkerSetup setup) throws Exception {
    ParentLink parent = ParentLink.current();
    if (parent == null) {
      throw new IllegalStateException("a worker runs in a child process only");
    }
    var orders = new Orders();
    orders.listen(parent);
    new Worker(setup, orders, parent.loader()).run();
  }

  /** Performs what is on the board, in a process that is no worker. */
  void rehearse() {
    write(0, Replies.READY, new byte[0]);
    performAll();
  }

  private void run() throws Exception {
    initialize();
    performAll();
    if (extras != null) {
      extras.leave();
    }
  }

  private void performAll() {
    Integer limit = setup.maxtasks();
    for (int done = 0; !spent && (limit == null || done < limit); done++) {
      TaskBoard.Taken task = setup.board().take(setup.id());
      if (task == null) {
        return;
      }
      byte[] bytes = bytes(task);
      orders.performing(task.number());
      if (extras != null) {
        extras.begin();
      }
      Replies.Reply reply = perform(task.number(), bytes);
      orders.idle();
      tell(task.number(), reply);
    }
  }

  private byte[] bytes(TaskBoard.Taken task) {
    byte[] bytes = switch (task.flag()) {
      case WHOLE -> task.bytes();
      case IN_FILE -> longTasks.read(ByteBuffer.wrap(task.bytes()).getLong());
      default -> null;
    };
    if (bytes != null) {
      return bytes;
    }
    write(task.number(), Replies.WANT, new byte[0]); // where the file is gone nobody waits for it, and the worker will be ended
    return orders.await();
  }

  /** Tells what came of a task. */
  void tell(long number, Replies.Reply reply) {
    if (extras != null) {
      extras.end(number);
      spent = spent || extras.isSpent();
    }
    write(number, reply.kind(), reply.bytes());
  }

  private void initialize() throws Exception {
    CurrentWorker self = CurrentWorker.process(setup.id());
    try {
      if (setup.initializer() != null) {
        setup.initializer().run();
      }
      if (extras != null) {
        extras.ready(self);
      }
    } catch (Throwable e) { // the parent is told of whatever it is
      write(0, Replies.UNREADY, Pickler.dumps(PortableError.of(e), ""));
      throw e;
    }
    write(0, Replies.READY, new byte[0]);
  }

  /** An Exception, and Java's errors too, are the task's failure; a BaseException may end the worker, as in Python. */
  private Replies.Reply perform(long number, byte[] bytes) {
    Thread.interrupted(); // what was meant for another task
    try {
      return Replies.value(result(number, bytes), setup.keepsAll());
    } catch (BaseException e) {
      if (!setup.keepsAll()) {
        throw e;
      }
      return Replies.error(e);
    } catch (OutOfMemoryError e) {
      spent = true;
      var told = new OutOfMemoryError(e.getMessage()); // the JVM has made the other beforehand, and it can have no cause
      told.setStackTrace(e.getStackTrace());
      return Replies.error(told);
    } catch (Throwable e) { // whatever it is, it is the task's
      return Replies.error(e);
    }
  }

  private @Nullable Object result(long number, byte[] bytes) throws Exception {
    Work work = codec.decode(bytes);
    if (work.limit() == 0) {
      return work.run();
    }
    Overtime clock = overtime == null ? new Overtime(this) : overtime;
    overtime = clock;
    return clock.run(number, work);
  }

  void write(long number, byte kind, byte[] bytes) {
    if (bytes.length > Replies.LONGEST) {
      for (byte i = 0; i < Replies.FILES; i++) {
        if (longReplies.write(i, bytes)) {
          write(number, (byte) (kind | Replies.IN_FILE), new byte[] {i});
          return;
        }
      }
    }
    int length = Replies.HEADER + bytes.length;
    if (scratch.length < length) {
      scratch = new byte[Math.max(length, 2 * scratch.length)];
    }
    ByteBuffer.wrap(scratch).putInt(bytes.length).putLong(number).put(kind).put(bytes);
    setup.replies().write(scratch, length);
    if (scratch.length > 1 << 20) {
      scratch = new byte[1 << 10]; // one huge result is no reason to keep so much
    }
  }
}

package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** What workers tell of their tasks: a record is a length, the number of the task, a kind and bytes. */
final class Replies {

  /** Marks a kind: the bytes lie in a file, whose number stands here. */
  static final byte IN_FILE = 64;

  /** What is longer lies in a file, if one is free. */
  static final int LONGEST = 1 << 15;

  /** So many files has a worker. */
  static final int FILES = 2;

  static final int HEADER = Integer.BYTES + Long.BYTES + 1;

  /** The worker has called its initializer, and begins. */
  static final byte READY = 0;

  /** The initializer has failed; the bytes are the error. */
  static final byte UNREADY = 1;

  /** The task is too long for the board: the worker wants its bytes by the link. */
  static final byte WANT = 2;

  static final byte VALUE = 3;
  static final byte ERROR = 4;

  /** The result cannot travel; the bytes are the reason and the result, as texts. */
  static final byte STUCK = 5;

  /** When the worker begun with what it is about to tell of, and when it was done. */
  static final byte TIMES = 6;

  /** The worker performs no more tasks, since a moment. */
  static final byte LEAVING = 7;

  private Replies() {}

  /** What a worker says in the end. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these
  record Reply(byte kind, byte[] bytes) {}

  /** A result; if it cannot travel, what is told of that, or the error itself. */
  static Reply value(@Nullable Object result, boolean asError) {
    try {
      return new Reply(VALUE, Pickler.dumps(result, "result"));
    } catch (TypeError e) {
      if (asError) {
        return error(e);
      }
      return new Reply(STUCK, Pickler.dumps(new String[] {Builtins.repr(e), repr(result)}, ""));
    }
  }

  /** A program's own repr may fail. */
  private static String repr(@Nullable Object result) {
    try {
      return Builtins.repr(result);
    } catch (RuntimeException | StackOverflowError e) {
      return "<" + Builtins.type_name(result) + " object>";
    }
  }

  static Reply error(Throwable error) {
    return new Reply(ERROR, Pickler.dumps(PortableError.of(error), ""));
  }

  /** Gives a task the outcome that its worker has told. What cannot be restored here is the task's failure, no more. */
  static void settle(Task task, byte kind, byte[] bytes, Errors errors) {
    Object value = null;
    Throwable error = null;
    try {
      value = Pickler.loads(bytes, task.work().loader());
      if (kind == ERROR && value instanceof PortableError portable) {
        error = raised(portable, task, errors);
      } else if (kind == STUCK && value instanceof String[] texts) {
        error = errors.encoding(texts[0], texts[1]);
      }
    } catch (Throwable e) { // whatever a class of the program does when it is restored
      error = e;
    }
    task.finish(value, error);
  }

  static Throwable raised(PortableError portable, Task task, Errors errors) {
    Throwable exception = portable.toThrowable(task.work().loader());
    Throwable remote = errors.remote("\n\"\"\"\n" + portable.traceback() + "\"\"\"");
    StackTraceElement[] submitted = task.submitted();
    if (submitted != null) {
      remote.setStackTrace(submitted);
    }
    try {
      return exception.initCause(remote);
    } catch (IllegalStateException e) {
      exception.addSuppressed(remote); // it has a cause of its own, which stays
      return exception;
    }
  }
}

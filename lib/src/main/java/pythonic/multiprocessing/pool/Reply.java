package pythonic.multiprocessing.pool;

import java.util.Arrays;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** What a slot has got for a task: the worker's bytes, which only the result thread unpickles, or none. */
sealed interface Reply {

  @SuppressWarnings("ArrayRecordComponent") // nobody compares these
  record Bytes(byte[] bytes) implements Reply {}

  record None(Throwable error) implements Reply {}

  /** {@return what became of the task} A result that cannot be restored here is the task's failure, no more. */
  default Outcome outcome(ClassLoader loader) {
    return switch (this) {
      case None none -> new Outcome.Failure(none.error());
      case Bytes reply -> {
        byte[] body = Arrays.copyOfRange(reply.bytes(), 1, reply.bytes().length);
        try {
          Object value = Pickler.loads(body, loader);
          yield reply.bytes()[0] == Worker.ERROR && value instanceof PortableError error
              ? new Outcome.Failure(raised(error, loader))
              : new Outcome.Value(value);
        } catch (RuntimeException | LinkageError e) {
          yield new Outcome.Failure(e);
        }
      }
    };
  }

  private static Throwable raised(PortableError error, ClassLoader loader) {
    Throwable exception = error.toThrowable(loader);
    var remote = new RemoteTraceback("\n\"\"\"\n" + error.traceback() + "\"\"\"");
    try {
      return exception.initCause(remote);
    } catch (IllegalStateException e) {
      exception.addSuppressed(remote); // it has a cause of its own, which stays
      return exception;
    }
  }
}

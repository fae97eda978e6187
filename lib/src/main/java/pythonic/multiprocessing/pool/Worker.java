package pythonic.multiprocessing.pool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ParentLink;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** A pool's worker, in its own JVM: takes a task, sends the reply, takes the next. */
final class Worker {

  /** How a reply begins. The first reply of a worker is READY alone. */
  static final byte READY = 0;

  static final byte VALUE = 1;
  static final byte ERROR = 2;

  /** The message that asks a worker to end. */
  static final byte[] STOP = new byte[0];

  private Worker() {}

  /**
   * The worker's main function.
   *
   * @param initializer called first; when it fails the worker ends with a traceback and exit code 1
   * @param maxtasks how many tasks it performs, null for no limit
   */
  static void main(@Nullable Call initializer, @Nullable Integer maxtasks) throws Exception {
    ParentLink parent = ParentLink.current();
    if (parent == null) {
      throw new IllegalStateException("a worker runs in a child process only");
    }
    if (initializer != null) {
      initializer.run();
    }
    parent.send(new byte[] {READY});
    for (int done = 0; maxtasks == null || done < maxtasks; done++) {
      byte[] task = parent.receive();
      if (Arrays.equals(task, STOP)) {
        return;
      }
      parent.send(perform(task, parent.loader()));
    }
  }

  /** An Exception, and Java's errors too, are the task's failure; a BaseException ends the worker, as in Python. */
  private static byte[] perform(byte[] task, ClassLoader loader) {
    try {
      var call = (Call) Pickler.loads(task, loader);
      if (call == null) {
        throw new IllegalStateException("a task without a call");
      }
      return value(call.run());
    } catch (BaseException e) {
      throw e;
    } catch (Throwable e) { // whatever it is, it is the task's
      return reply(ERROR, Pickler.dumps(PortableError.of(e), ""));
    }
  }

  private static byte[] value(@Nullable Object result) {
    try {
      return reply(VALUE, Pickler.dumps(result, "result"));
    } catch (TypeError e) {
      throw new MaybeEncodingError(Builtins.repr(e), Builtins.repr(result));
    }
  }

  private static byte[] reply(byte kind, byte[] bytes) {
    var reply = new byte[bytes.length + 1];
    reply[0] = kind;
    System.arraycopy(bytes, 0, reply, 1, bytes.length);
    return reply;
  }
}

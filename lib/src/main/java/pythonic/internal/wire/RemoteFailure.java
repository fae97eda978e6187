package pythonic.internal.wire;

import java.io.Serial;
import pythonic.builtins.PythonException;

/** Stands for an exception of another process that could not be restored here: its class, message, stack and causes. */
public final class RemoteFailure extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  RemoteFailure(PortableError error) {
    super(error.message() == null ? error.className() : error.className() + ": " + error.message());
    setStackTrace(error.stack().toArray(StackTraceElement[]::new));
    if (error.cause() != null) {
      initCause(new RemoteFailure(error.cause()));
    }
  }
}

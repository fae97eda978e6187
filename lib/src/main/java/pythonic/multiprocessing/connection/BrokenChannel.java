package pythonic.multiprocessing.connection;

import java.io.EOFException;
import java.io.IOException;
import pythonic.builtins.EOFError;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.wire.FrameCutOffException;
import pythonic.internal.wire.FrameTooLongException;

/** The failures of a channel as Python's errors. */
final class BrokenChannel {

  private BrokenChannel() {}

  static RuntimeException error(IOException failure) {
    return switch (failure) {
      case FrameTooLongException _ -> (OSError) new OSError("bad message length").initCause(failure);
      case FrameCutOffException _ -> (OSError) new OSError("got end of file during message").initCause(failure);
      case EOFException _ -> (EOFError) new EOFError().initCause(failure);
      default -> SystemError.of(failure);
    };
  }
}

package pythonic.internal.wire;

import java.io.EOFException;
import java.io.Serial;

/** The stream ended in the middle of a frame. */
public final class FrameCutOffException extends EOFException {

  @Serial private static final long serialVersionUID = 1L;

  FrameCutOffException(String message) {
    super(message);
  }
}

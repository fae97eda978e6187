package pythonic.internal.wire;

import java.io.IOException;
import java.io.Serial;

/** A frame is longer than is accepted, or its length makes no sense. */
public final class FrameTooLongException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public FrameTooLongException(String message) {
    super(message);
  }
}

package pythonic.internal.wire;

import java.io.IOException;
import java.io.Serial;

/** The other end of a connection does not know the key, or does not speak the protocol. */
public final class AuthenticationException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public AuthenticationException(String message) {
    super(message);
  }
}

package pythonic.internal.pool;

import java.io.Serial;

/** A pool takes no more tasks. */
public final class PoolClosedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  PoolClosedException() {
    super("the pool is closed", null, false, false);
  }
}

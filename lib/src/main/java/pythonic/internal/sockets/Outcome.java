package pythonic.internal.sockets;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import pythonic.internal.errors.SystemError;

/** What came of a connection that was begun without waiting, until the program is told. */
final class Outcome {

  /** Why it failed. */
  private volatile @Nullable IOException failure;

  /** Whether nobody was told that it is there; guarded by what guards the steps of the connection. */
  private boolean isNews;

  void begun(boolean withoutWaiting) {
    isNews = withoutWaiting;
  }

  void failed(IOException e) {
    failure = e;
  }

  boolean hasFailed() {
    return failure != null;
  }

  void tellFailure() throws IOException {
    IOException untold = failure;
    failure = null;
    if (untold != null) {
      throw untold;
    }
  }

  /** {@return true the first time, as the system says once that it is there to who connects again} */
  boolean tellOnce() {
    if (!isNews) {
      throw SystemError.EISCONN.raised();
    }
    isNews = false;
    return true;
  }
}

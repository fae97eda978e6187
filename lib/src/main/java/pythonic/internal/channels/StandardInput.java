package pythonic.internal.channels;

import java.io.InputStream;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Mutex;

/**
 * Standard input, to be waited for: whatever {@link System#in} is then. The JDK tells neither whether a read of it would block nor when
 * it would not any more, so from the first wait on it is a {@link ReadAhead} of what it was, and all who read it get what was
 * read ahead.
 */
final class StandardInput implements Waitable {

  static final int NUMBER = 0;

  static final StandardInput INSTANCE = new StandardInput();

  /** Held by who replaces System.in. */
  private static final Mutex REPLACING = new Mutex();

  private StandardInput() {}

  private static ReadAhead stream() {
    if (System.in instanceof ReadAhead already) {
      return already;
    }
    try (var _ = REPLACING.hold()) {
      InputStream now = System.in;
      if (now instanceof ReadAhead already) {
        return already;
      }
      var ahead = new ReadAhead(now);
      System.setIn(ahead);
      return ahead;
    }
  }

  @Override
  public int ready(int uses) {
    ReadAhead stream = stream();
    if (stream.isClosed()) {
      throw SystemError.EBADF.raised();
    }
    return (uses & READ) != 0 && stream.look() ? READ : 0;
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    return (uses & READ) != 0 ? stream().whenReady(wake) : () -> {};
  }
}

package pythonic.internal.channels;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;

/**
 * A stream that can only block, as one that can be waited for: when someone asks, a thread of its own reads one piece ahead. Only
 * that thread touches the stream, one at a time, so whoever else is blocked in it holds nobody up.
 */
final class ReadAhead extends InputStream {

  private static final int PIECE = 65_536;

  private final InputStream source;

  /** Guards all below. */
  private final Mutex guard = new Mutex();

  private final byte[] piece = new byte[PIECE];
  private int from;
  private int to;

  /** The stream has ended, of which no reader was told yet. */
  private boolean hasEnded;

  private @Nullable IOException failure;
  private boolean isClosed;

  /** The thread that reads now. */
  private @Nullable BlockingRead reading;

  private final List<Runnable> wakes = new ArrayList<>();

  ReadAhead(InputStream source) {
    this.source = source;
  }

  /** {@return whether a read would not wait, the end included} Waits as long as it takes to know. */
  boolean look() {
    var waiter = new Waiter();
    Runnable wake = waiter::signal;
    BlockingRead current;
    try (var _ = guard.hold()) {
      if (isReady()) {
        return true;
      }
      wakes.add(wake);
      current = fetch();
    }
    try {
      current.settle(waiter);
    } finally {
      forget(wake);
    }
    try (var _ = guard.hold()) {
      return isReady();
    }
  }

  private boolean isReady() {
    return from < to || hasEnded || failure != null || isClosed;
  }

  boolean isClosed() {
    try (var _ = guard.hold()) {
      return isClosed;
    }
  }

  /** Asks to be told when a read may not have to wait. {@return takes it back} */
  Runnable whenReady(Runnable wake) {
    try (var _ = guard.hold()) {
      if (!isReady()) {
        wakes.add(wake);
        fetch();
        return () -> forget(wake);
      }
    }
    wake.run();
    return () -> {};
  }

  private void forget(Runnable wake) {
    try (var _ = guard.hold()) {
      wakes.remove(wake);
    }
  }

  /** Has a piece read, if none is. Called under the guard. */
  private BlockingRead fetch() {
    BlockingRead current = reading;
    if (current == null) {
      var fresh = new BlockingRead();
      reading = fresh;
      Thread.ofPlatform().daemon().name("pythonic-input").start(() -> readPiece(fresh));
      current = fresh;
    }
    return current;
  }

  private void readPiece(BlockingRead self) {
    self.begin();
    int count = 0;
    IOException thrown = null;
    try {
      count = source.read(piece); // nobody else uses it before the count is known
    } catch (IOException e) {
      thrown = e;
    }
    self.end();
    List<Runnable> all;
    try (var _ = guard.hold()) {
      reading = null;
      from = 0;
      to = Math.max(count, 0);
      hasEnded |= count < 0;
      failure = thrown;
      all = List.copyOf(wakes);
      wakes.clear();
    }
    all.forEach(Runnable::run);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /** Reads what there is, after waiting until there is something. An interrupt raises KeyboardInterrupt. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    while (length > 0) {
      var waiter = new Waiter();
      try (var _ = guard.hold()) {
        if (from < to) {
          int count = Math.min(length, to - from);
          System.arraycopy(piece, from, bytes, offset, count);
          from += count;
          return count;
        }
        if (isReady()) {
          return end();
        }
        wakes.add(waiter::signal);
        fetch();
      }
      waiter.await(Deadline.NEVER);
    }
    return 0;
  }

  private int end() throws IOException {
    IOException told = isClosed ? new IOException("Stream closed") : failure;
    failure = null;
    hasEnded = false;
    if (told != null) {
      throw told;
    }
    return -1;
  }

  @Override
  public int available() throws IOException {
    try (var _ = guard.hold()) {
      return from < to ? to - from : reading == null && !isClosed ? source.available() : 0;
    }
  }

  @Override
  public void close() throws IOException {
    List<Runnable> all;
    try (var _ = guard.hold()) {
      isClosed = true;
      to = from;
      all = List.copyOf(wakes);
      wakes.clear();
    }
    all.forEach(Runnable::run);
    source.close();
  }
}

package pythonic.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The standard input of a child, through which its parent hands down the key and, if it is short, the job. Whoever holds the other
 * end of that pipe is trusted by the child. The child's main thread reads it by itself, and any thread of the program may write to it,
 * as an interrupt does not close it: so a job wakes one thread, where over the control link it would wake three.
 *
 * <pre>{@code
 *   key | LINK ...     what comes next comes over the control link
 *       | JOB job      and the end
 *       | end          the parent is gone
 * }</pre>
 */
final class ChildInput {

  static final int KEY_SIZE = 32;

  /** So many bytes a pipe takes on every system while nobody reads from it yet, so nobody ever waits here. */
  private static final int FITS = 4096;

  private static final byte LINK = 0;
  private static final byte JOB = 1;

  private final OutputStream stdin;

  /** What has been written. Used by who launches the child, then by who gives it its job. */
  private int size;

  ChildInput(OutputStream stdin) {
    this.stdin = stdin;
  }

  /** Hands down the key, of {@value #KEY_SIZE} bytes. */
  void key(byte[] key) {
    write(key);
  }

  /** Says that an order comes over the control link. */
  void announce() {
    write(LINK);
  }

  /**
   * Hands down the job, after which nothing comes.
   *
   * @return whether it was short enough; else it is announced, and must be sent over the control link
   */
  boolean job(byte[] job) {
    boolean fits = size + 1 + job.length <= FITS;
    if (fits) {
      byte[] whole = new byte[1 + job.length];
      whole[0] = JOB;
      System.arraycopy(job, 0, whole, 1, job.length);
      write(whole);
    } else {
      announce();
    }
    close();
    return fits;
  }

  private void write(byte... bytes) {
    size += bytes.length;
    try {
      stdin.write(bytes);
      stdin.flush();
    } catch (IOException e) {
      // It has ended: that is told as its end, with its exit code.
    }
  }

  /** The child hears no more; fine when that is done already. */
  void close() {
    try {
      stdin.close();
    } catch (IOException e) {
      // it has ended
    }
  }

  /** The child's side: {@return the key, null if the parent has ended} */
  static byte @Nullable [] key(InputStream in) throws IOException {
    byte[] key = in.readNBytes(KEY_SIZE);
    return key.length == KEY_SIZE ? key : null;
  }

  /**
   * The child's side: waits for the job, and warms up meanwhile.
   *
   * @param orders waits for the next order of the control link
   * @param warmUp does what a child does that is kept in reserve
   * @return the job, null if the parent has ended
   */
  static byte @Nullable [] awaitJob(InputStream in, Supplier<Frame> orders, Consumer<byte[]> warmUp) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == JOB) {
        return in.readAllBytes();
      }
      Frame frame = orders.get();
      if (frame.kind() == Frame.Kind.JOB) {
        return frame.bytes();
      }
      if (in.available() == 0) { // else the job is there
        warmUp.accept(frame.bytes());
      }
    }
    return null;
  }
}

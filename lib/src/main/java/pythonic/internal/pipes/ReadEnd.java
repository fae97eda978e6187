package pythonic.internal.pipes;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Watch;
import pythonic.internal.waiting.Deadline;

/** The end of a pipe that this process reads from. */
public final class ReadEnd implements AutoCloseable {

  /** What {@link #read} returns at the end of the pipe. */
  public static final int END = -1;

  private final Endpoint<Pipe.SourceChannel> endpoint;

  private final @Nullable PipeNumbers numbers;

  ReadEnd(Pipe.SourceChannel channel, @Nullable PipeNumbers numbers) throws IOException {
    this.numbers = numbers;
    endpoint = new Endpoint<>(channel);
  }

  /** Reads what there is. {@return how many bytes, 0 if there are none now, or {@link #END}} */
  public int read(ByteBuffer buffer) throws IOException {
    return endpoint.channel().read(buffer);
  }

  /** Waits until there is something to read, the end included. {@return false if the deadline passed first} */
  public boolean await(Deadline deadline) throws IOException {
    return endpoint.await(SelectionKey.OP_READ, deadline);
  }

  /** Asks to be told once when there is something to read, or it is closed. */
  public Watch watch(Runnable wake) {
    return endpoint.watch(SelectionKey.OP_READ, wake);
  }

  /** {@return how another process is given this end, null where that cannot be done} */
  public @Nullable Redirect redirect() {
    return numbers == null ? null : Redirect.from(Plumbing.file(numbers.source()));
  }

  @Override
  public void close() {
    endpoint.close();
  }
}

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

/** The end of a pipe that this process writes to. */
public final class WriteEnd implements AutoCloseable {

  private final Endpoint<Pipe.SinkChannel> endpoint;

  private final @Nullable PipeNumbers numbers;

  WriteEnd(Pipe.SinkChannel channel, @Nullable PipeNumbers numbers) throws IOException {
    this.numbers = numbers;
    endpoint = new Endpoint<>(channel);
  }

  /** Writes what there is room for. {@return how many bytes, 0 if there is no room now} */
  public int write(ByteBuffer buffer) throws IOException {
    return endpoint.channel().write(buffer);
  }

  /** Waits until there is room, or nobody reads any more. {@return false if the deadline passed first} */
  public boolean await(Deadline deadline) throws IOException {
    return endpoint.await(SelectionKey.OP_WRITE, deadline);
  }

  /** Asks to be told once when there is room, nobody reads any more, or it is closed. */
  public Watch watch(Runnable wake) {
    return endpoint.watch(SelectionKey.OP_WRITE, wake);
  }

  /** {@return how another process is given this end, null where that cannot be done} */
  public @Nullable Redirect redirect() {
    return numbers == null ? null : Redirect.to(Plumbing.file(numbers.sink()));
  }

  @Override
  public void close() {
    endpoint.close();
  }
}

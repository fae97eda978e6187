package pythonic.internal.sharedmemory;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.wire.MessageChannel;

/**
 * Makes a pipe of a channel that only this process can use, so that others can use it: two threads pass on the messages in
 * both directions, as long as both sides are there. When nobody has the pipe open any more the channel is closed, and when that ends
 * the pipe does.
 */
public final class PipeRelay {

  private static final Duration PATIENCE_AT_EXIT = Duration.ofSeconds(2);

  private final MessageChannel channel;
  private final SharedPipe end;
  private volatile Lifecycle.@Nullable Registration atExit;

  private PipeRelay(MessageChannel channel, SharedPipe end) {
    this.channel = channel;
    this.end = end;
  }

  /** {@return the pipe's end that stands for a channel, which is the relay's from now on} */
  public static SharedPipe of(MessageChannel channel) {
    SharedPipe.Ends ends = SharedPipe.make(true);
    var relay = new PipeRelay(channel, ends.first());
    Thread sending = Thread.ofPlatform().daemon().name("pythonic-relay-out").unstarted(() -> relay.pass(ends.first(), channel));
    relay.atExit = Lifecycle.atExit(() -> {
      ends.second().close(); // of this process; what others have put is sent first
      if (!Lifecycle.bySignal()) {
        Uninterruptibles.joinUninterruptibly(sending, PATIENCE_AT_EXIT);
      }
    });
    sending.start();
    Thread.ofPlatform().daemon().name("pythonic-relay-in").start(() -> relay.pass(channel, ends.first()));
    return ends.second();
  }

  private void pass(MessageChannel from, MessageChannel to) {
    try {
      while (true) {
        byte[] message = from.receive(Long.MAX_VALUE);
        to.send(message, 0, message.length);
      }
    } catch (IOException e) {
      // One side has ended. What has arrived can still be received.
    } finally {
      end.close();
      channel.close();
      Lifecycle.Registration registration = atExit;
      if (registration != null) {
        registration.cancel();
      }
    }
  }
}

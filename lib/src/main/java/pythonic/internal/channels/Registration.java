package pythonic.internal.channels;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A channel in a selector, which waits for it alone. To register a channel and to take it back costs the system more than
 * the wait, so one is kept with its channel for the next wait, as long as there are not too many: each holds two descriptors.
 */
final class Registration {

  private static final int KEPT = 128;

  /** Those that there are, in use or kept. */
  private static final AtomicInteger ALL = new AtomicInteger();

  private final Selector selector;
  private final SelectionKey key;

  private Registration(Selector selector, SelectionKey key) {
    this.selector = selector;
    this.key = key;
  }

  static Registration of(SelectableChannel channel, int operations) throws IOException {
    Selector selector = Selectors.take();
    try {
      var registration = new Registration(selector, channel.register(selector, operations));
      ALL.incrementAndGet();
      return registration;
    } catch (IOException | RuntimeException e) {
      Selectors.give(selector);
      throw e;
    }
  }

  /** {@return whether there are so few that this one may be kept} */
  static boolean mayKeep() {
    return ALL.get() <= KEPT;
  }

  Selector selector() {
    return selector;
  }

  /** Waits for these operations from now on. {@return this, null if the channel is closed} */
  @Nullable Registration with(int operations) throws IOException {
    try {
      if (key.interestOps() != operations) {
        key.interestOps(operations);
      }
      return this;
    } catch (CancelledKeyException e) {
      end();
      return null;
    }
  }

  /** Lets go of the channel. */
  void end() throws IOException {
    ALL.decrementAndGet();
    key.cancel();
    Selectors.give(selector);
  }
}

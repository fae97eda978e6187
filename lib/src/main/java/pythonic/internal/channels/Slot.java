package pythonic.internal.channels;

import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** What a {@link Poller} has the system watch of one channel. Used by who has the poller's turn. */
final class Slot {

  final Endpoint<?> endpoint;
  final Poller poller;

  /** Whether the poller still has it. */
  private boolean isKnown = true;

  /** Null before the system was told. */
  @Nullable SelectionKey key;

  /** The operations that the system watches. */
  int registered;

  /** Those that are wanted in this round. */
  int wanted;

  /** Those that are ready. */
  int ready;

  int round;

  Slot(Endpoint<?> endpoint, Poller poller) {
    this.endpoint = endpoint;
    this.poller = poller;
  }

  boolean isKnown() {
    return isKnown;
  }

  /** Gives it up if its channel is closed. {@return whether it is} */
  boolean isClosed() {
    boolean isClosed = !endpoint.isOpen();
    isKnown &= !isClosed;
    return isClosed;
  }

  /** It could not be watched. */
  void giveUp() {
    isKnown = false;
  }

  /** Gives it up if it is not wanted in a round, or closed. {@return whether it is} */
  boolean isGivenUp(Poller poller, int current) {
    boolean isGivenUp = round != current || !endpoint.isOpen();
    if (isGivenUp) {
      isKnown = false;
      endpoint.forget(poller);
      if (key != null) {
        key.cancel();
      }
    }
    return isGivenUp;
  }
}

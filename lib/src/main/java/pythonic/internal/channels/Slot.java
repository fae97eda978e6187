package pythonic.internal.channels;

import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** What a {@link Poller} has the system watch of one channel. Used by who has the poller's turn. */
final class Slot {

  final Endpoint<?> endpoint;

  /** Null before the system was told. */
  @Nullable SelectionKey key;

  /** The operations that the system watches. */
  int registered;

  /** Those that are wanted in this round. */
  int wanted;

  /** Those that are ready. */
  int ready;

  int round;

  Slot(Endpoint<?> endpoint) {
    this.endpoint = endpoint;
  }

  /** Gives it up if it is not wanted in a round, or closed. {@return whether it is} */
  boolean isGivenUp(Poller poller, int current) {
    boolean isGivenUp = round != current || !endpoint.isOpen();
    if (isGivenUp) {
      endpoint.forget(poller);
      if (key != null) {
        key.cancel();
      }
    }
    return isGivenUp;
  }
}

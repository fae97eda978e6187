package pythonic.internal.greenlets;

import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Hub;

/**
 * Whose greenlets wait for an object. As long as they are all of one hub, and it is that hub's turn that frees the object,
 * they are told in gevent's order, by a callback of the hub. Greenlets of several hubs, and of one that lets all run at
 * once, are told on the spot: a hub whose thread is busy, or has ended, calls nobody back. The object's guard guards it.
 */
public final class Home {

  private @Nullable Hub hub;
  private boolean mixed;

  /** Nobody waits: a new one. */
  public Home() {}

  /** One more waits, of a hub or, if null, of none. */
  @SuppressWarnings("ReferenceEquality") // a hub is only ever itself
  public void add(@Nullable Hub other, boolean first) {
    if (first) {
      hub = other;
      mixed = other == null;
    } else if (hub != other) {
      mixed = true;
    }
  }

  /** {@return the hub that tells those who wait, in order; null if they are to be told on the spot} */
  public @Nullable Hub teller() {
    return !mixed && hub != null && hub.isMine() ? hub : null;
  }
}

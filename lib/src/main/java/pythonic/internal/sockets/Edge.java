package pythonic.internal.sockets;

import pythonic.internal.channels.Endpoint;

/**
 * One socket that an {@link Edges} watches, by a second number of the system. As long as that is open the socket is not quite closed, so
 * it is let go before the socket's channel is closed: nothing is told of a socket that is being closed.
 */
public final class Edge {

  private static final int ADD = 1;
  private static final int DELETE = 2;
  private static final int MODIFY = 3;

  private final Edges edges;
  private final long key;
  private final int number;
  private final SocketWaitable thing;
  private final Endpoint<?> endpoint;
  private final Twin twin;
  private final Runnable whenClosed;
  private final Runnable onClose = this::closing;

  private volatile boolean isOver;

  Edge(Edges edges, long key, int number, SocketWaitable thing, Endpoint<?> endpoint, Twin twin, Runnable whenClosed) {
    this.edges = edges;
    this.key = key;
    this.number = number;
    this.thing = thing;
    this.endpoint = endpoint;
    this.twin = twin;
    this.whenClosed = whenClosed;
  }

  /** {@return whether the system watches it now} */
  boolean begin(int mask) {
    edges.put(key, this);
    if (control(ADD, mask) < 0) {
      end();
      return false;
    }
    endpoint.onClose(onClose);
    return true;
  }

  /** Changes what is asked of it. {@return whether it is watched still, and the system tells of all} */
  public boolean change(int mask) {
    return !thing.hasAhead() && control(MODIFY, mask) == 0;
  }

  private int control(int what, int mask) {
    return twin.attempt((_, second) -> edges.control(what, second, mask, key));
  }

  /** {@return what the socket is known by} */
  public int number() {
    return number;
  }

  /** {@return whether what was read ahead can be read} */
  public boolean hasAhead() {
    return thing.hasAhead();
  }

  /** {@return whether its channel is closed, or it was ended} */
  public boolean isOver() {
    return isOver;
  }

  private void closing() {
    letGo();
    if (!endpoint.asked().isOpen()) {
      isOver = true;
      whenClosed.run();
    }
  }

  private void letGo() {
    control(DELETE, 0);
    twin.close();
    edges.remove(key);
  }

  /** Watches it no more. Doing so twice is fine. */
  public void end() {
    isOver = true;
    endpoint.onCloseNoMore(onClose);
    letGo();
  }
}

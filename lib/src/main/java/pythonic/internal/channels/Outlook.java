package pythonic.internal.channels;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Reactor} watches of one channel, and for whom. The system goes on watching after somebody was told: mostly the same
 * one soon waits again, and then nothing has to be said to the system, nor to the reactor. Only what is told again and again and nobody
 * waits for is watched no more.
 *
 * <p>Whoever is to wait enters first and looks second whether the system watches; the reactor says first that the system watches less and looks
 * second who has entered.
 */
final class Outlook {

  /** So often something is told that nobody waits for: who was told may not have come to it yet. */
  private static final int PATIENCE = 3;

  private final Reactor reactor;
  private final SelectableChannel channel;
  private final ConcurrentLinkedQueue<Watch> watches = new ConcurrentLinkedQueue<>();

  /** The operations that the system watches, or will when the reactor next asks it. Written by the reactor's thread. */
  private volatile int watched;

  /** Used by the reactor's thread, as is what follows. Null before the system was told. */
  private @Nullable SelectionKey key;

  /** How often in a row nobody waited for what was told. */
  private int inVain;

  Outlook(Reactor reactor, SelectableChannel channel) {
    this.reactor = reactor;
    this.channel = channel;
  }

  Reactor reactor() {
    return reactor;
  }

  /** Enters a watch. {@return whether the reactor must see to it} */
  boolean enter(Watch watch) {
    watches.add(watch);
    return (watched & watch.operations()) != watch.operations();
  }

  /** Takes a watch out. {@return false if somebody else has} */
  boolean leave(Watch watch) {
    return watches.remove(watch);
  }

  boolean isEmpty() {
    return watches.isEmpty();
  }

  /** {@return a watch, which is taken out, null if there is none} */
  @Nullable Watch poll() {
    return watches.poll();
  }

  /** Has the system watch all that is waited for. */
  void widen() {
    int operations = watched | wanted();
    if (operations == watched) {
      return;
    }
    try {
      if (key == null) {
        key = reactor.register(channel, operations, this);
      } else {
        key.interestOps(operations);
      }
      watched = operations;
    } catch (IOException | CancelledKeyException e) { // closed meanwhile: a key is cancelled only then
      for (Watch watch = poll(); watch != null; watch = poll()) {
        watch.fire();
      }
    }
  }

  private int wanted() {
    int operations = 0;
    for (Watch watch : watches) {
      operations |= watch.operations();
    }
    return operations;
  }

  /** Tells those who wait for one of the operations. {@return whether there was one} */
  boolean tell(int operations) {
    boolean hasTold = false;
    for (Iterator<Watch> each = watches.iterator(); each.hasNext(); ) {
      Watch watch = each.next();
      if ((watch.operations() & operations) != 0) {
        each.remove();
        watch.fire();
        hasTold = true;
      }
    }
    inVain = hasTold ? 0 : inVain + 1;
    if (inVain >= PATIENCE) {
      narrow();
    }
    return hasTold;
  }

  private void narrow() {
    inVain = 0;
    watched = 0;
    watched = wanted();
    SelectionKey known = key;
    if (known != null) {
      known.interestOps(watched);
    }
  }
}

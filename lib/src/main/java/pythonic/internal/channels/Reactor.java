package pythonic.internal.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The thread that watches channels for others. Only it touches the keys and the lists that are attached to them; the
 * others hand it what is to be changed. It ends when there has been nothing to watch for a second, and the next who needs
 * one starts another: it retires first and looks at what it was handed second, while they hand it over first and look
 * whether it has retired second.
 */
final class Reactor {

  private static final long IDLE_MILLIS = 1000;
  private static final AtomicReference<@Nullable Reactor> CURRENT = new AtomicReference<>();

  private final Selector selector;
  private final ConcurrentLinkedQueue<Watch> changes = new ConcurrentLinkedQueue<>();
  private volatile boolean retired;

  private Reactor() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reactor get() {
    Reactor current = CURRENT.get();
    if (current != null) {
      return current;
    }
    var fresh = new Reactor();
    if (!CURRENT.compareAndSet(null, fresh)) {
      fresh.abandon();
      return get();
    }
    Thread.ofPlatform().daemon().name("pythonic-reactor").start(fresh::run);
    return fresh;
  }

  private void abandon() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the reactor, if there is one, let go of channels that were closed. */
  static void flush() {
    Reactor current = CURRENT.get();
    if (current != null) {
      current.selector.wakeup();
    }
  }

  /** Begins to watch, or ends it if the watch is over. */
  static void update(Watch watch) {
    get().change(watch);
  }

  private void change(Watch watch) {
    changes.add(watch);
    if (retired && changes.remove(watch)) { // whoever takes it out of the queue sees to it
      update(watch);
    } else {
      selector.wakeup();
    }
  }

  private void run() {
    try (selector) {
      do {
        for (Watch watch = changes.poll(); watch != null; watch = changes.poll()) {
          if (watch.isOver()) {
            unregister(watch);
          } else {
            register(watch);
          }
        }
      } while (selector.select(this::ready, IDLE_MILLIS) > 0 || !changes.isEmpty() || isWatching());
      CURRENT.set(null);
      retired = true;
      for (Watch watch = changes.poll(); watch != null; watch = changes.poll()) {
        update(watch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWatching() {
    return selector.keys().stream().anyMatch(key -> key.isValid() && !watches(key).isEmpty());
  }

  private void ready(SelectionKey key) {
    try {
      int operations = key.readyOps();
      List<Watch> told = watches(key).stream().filter(watch -> (watch.operations() & operations) != 0).toList();
      watches(key).removeAll(told);
      told.forEach(Watch::fire);
      narrow(key);
    } catch (CancelledKeyException e) {
      // Closed meanwhile: whoever closes it tells the watches.
    }
  }

  private void register(Watch watch) {
    try {
      SelectionKey key = watch.channel().keyFor(selector);
      if (key == null) {
        var watches = new ArrayList<Watch>();
        watches.add(watch);
        watch.channel().register(selector, watch.operations(), watches);
      } else {
        watches(key).add(watch);
        key.interestOpsOr(watch.operations());
      }
    } catch (ClosedChannelException | CancelledKeyException e) {
      watch.fire(); // a key is cancelled only when its channel is closed
    }
  }

  private void unregister(Watch watch) {
    SelectionKey key = watch.channel().keyFor(selector);
    if (key != null && key.isValid() && watches(key).remove(watch)) {
      narrow(key);
    }
  }

  /** A key without watches stays, as it is likely to be wanted again; it asks for nothing. */
  private static void narrow(SelectionKey key) {
    int operations = 0;
    for (Watch watch : watches(key)) {
      operations |= watch.operations();
    }
    try {
      key.interestOps(operations);
    } catch (CancelledKeyException e) {
      // Closed meanwhile: nothing more will be told of it.
    }
  }

  @SuppressWarnings("unchecked") // attached by register alone
  private static List<Watch> watches(SelectionKey key) {
    return (List<Watch>) key.attachment();
  }
}

package pythonic.internal.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The thread that watches channels for others. It ends when there has been nothing to watch for a second, and the next who needs
 * one starts another: it retires first and looks at whom it left second, while they enter first and look whether it has retired second.
 *
 * <p>There is one for virtual threads, which is such a thread itself: to go on from it to who is told, and back, costs no change of the
 * system's threads, and neither does a wait for what comes at once.
 */
final class Reactor {

  /** For whom a reactor watches, and the one that does now. */
  enum Kind {
    ANY,
    VIRTUAL;

    @SuppressWarnings("ImmutableEnumChecker") // it comes and goes
    private final AtomicReference<@Nullable Reactor> current = new AtomicReference<>();

    private void start(Runnable task) {
      (this == VIRTUAL ? Thread.ofVirtual() : Thread.ofPlatform().daemon()).name("pythonic-reactor").start(task);
    }
  }

  private static final long IDLE_MILLIS = 1000;

  /** So often a virtual one looks for more after it has told somebody: some twenty microseconds, in which others have the carrier. */
  private static final int LOOKS = 20;

  private final Kind kind;
  private final Selector selector;

  /** What the system is to watch more of. */
  private final ConcurrentLinkedQueue<Outlook> changes = new ConcurrentLinkedQueue<>();

  private volatile boolean retired;

  /** Used by the reactor's thread, as is what follows. */
  private final Luck luck = new Luck();

  /** How many looks are left before it waits. */
  private int looks;

  /** Whether somebody was told in this round. */
  private boolean hasTold;

  private Reactor(Kind kind) {
    this.kind = kind;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the one that watches for some threads now} */
  static Reactor of(Kind kind) {
    Reactor current = kind.current.get();
    if (current != null) {
      return current;
    }
    var fresh = new Reactor(kind);
    if (!kind.current.compareAndSet(null, fresh)) {
      fresh.abandon();
      return of(kind);
    }
    kind.start(fresh::run);
    return fresh;
  }

  private void abandon() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRetired() {
    return retired;
  }

  /** Begins to watch. {@return false if the reactor has retired, and another one is to do it} */
  boolean watch(Outlook outlook, Watch watch) {
    if (outlook.enter(watch)) {
      changes.add(outlook);
      selector.wakeup();
    }
    return !retired || !outlook.leave(watch); // whoever takes it out sees to it
  }

  /** Lets go of channels that were closed. */
  void flush() {
    selector.wakeup();
  }

  SelectionKey register(SelectableChannel channel, int operations, Outlook outlook) throws ClosedChannelException {
    return channel.register(selector, operations, outlook);
  }

  private void run() {
    try (selector) {
      do {
        for (Outlook outlook = changes.poll(); outlook != null; outlook = changes.poll()) {
          outlook.widen();
        }
      } while (goesOn());
      kind.current.set(null);
      retired = true;
      for (SelectionKey key : selector.keys()) {
        handOver((Outlook) key.attachment());
      }
      for (Outlook outlook = changes.poll(); outlook != null; outlook = changes.poll()) {
        handOver(outlook);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells those whose channels are ready. {@return false if nobody has waited for long} */
  private boolean goesOn() throws IOException {
    hasTold = false;
    boolean looked = looks > 0;
    boolean isNeeded = looked
        ? selector.selectNow(this::ready) >= 0
        : selector.select(this::ready, IDLE_MILLIS) > 0 || !changes.isEmpty() || isWatching();
    if (kind == Kind.VIRTUAL) {
      countLooks(looked);
    }
    return isNeeded;
  }

  @SuppressWarnings("ThreadPriorityCheck") // without the yield it is slower and right
  private void countLooks(boolean looked) {
    if (hasTold) {
      if (looked) {
        luck.found();
      }
      looks = luck.suggestsALook() ? LOOKS : 0;
      Thread.yield(); // who was told may need the carrier
    } else if (looked && --looks > 0) {
      Thread.yield();
    } else if (looked) {
      luck.lookedInVain();
    }
  }

  private static void handOver(Outlook outlook) {
    for (Watch watch = outlook.poll(); watch != null; watch = outlook.poll()) {
      watch.begin();
    }
  }

  private boolean isWatching() {
    return selector.keys().stream().anyMatch(key -> key.isValid() && !((Outlook) key.attachment()).isEmpty());
  }

  private void ready(SelectionKey key) {
    try {
      hasTold |= ((Outlook) key.attachment()).tell(key.readyOps());
    } catch (CancelledKeyException e) {
      // Closed meanwhile: whoever closes it tells the watches.
    }
  }
}

package pythonic.internal.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;
import pythonic.internal.waiting.Waiter;

/**
 * A channel that never blocks, and the threads that wait until it can be used. Whoever is to wait enters one of the
 * two sets first and asks the system second; {@link #close} closes the channel first and looks at the sets second. So a
 * waiting thread either finds the channel closed or is found.
 *
 * @param <C> the type of the channel
 */
public final class Endpoint<C extends SelectableChannel> implements AutoCloseable {

  private static final long NANOS_A_MILLI = 1_000_000;
  private static final boolean IS_LINUX = System.getProperty("os.name").equals("Linux");

  private final C channel;
  private final Set<Selector> selectors = ConcurrentHashMap.newKeySet();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  private final ConcurrentHashMap<Reactor.Kind, Outlook> outlooks = new ConcurrentHashMap<>();

  /** Those that know the channel between two waits, too. */
  private final Set<Poller> pollers = ConcurrentHashMap.newKeySet();

  /** What a poller watches of it, the last one that was asked to. Written and read racily: whoever reads it looks whether it is right. */
  private volatile @Nullable Slot slot;

  /** What is to be done before and after the channel is closed. */
  private final Set<Runnable> closings = ConcurrentHashMap.newKeySet();

  /** Changes when the channel is used; two uses at once may count as one. */
  private volatile int uses;

  /** What the last wait was done with, for the next. */
  private final AtomicReference<@Nullable Registration> kept = new AtomicReference<>();

  /** Takes over a channel, which it makes non-blocking. */
  public Endpoint(C channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  /** {@return the channel, to be used} */
  @SuppressWarnings("NonAtomicVolatileUpdate") // it only has to change
  public C channel() {
    if (!pollers.isEmpty()) {
      uses++;
      pollers.forEach(Poller::used);
    }
    return channel;
  }

  /** {@return the channel, to be asked something: that is no use of it} */
  public C asked() {
    return channel;
  }

  /** {@return a number that changes with each use of the channel, while a poller knows it} */
  public int uses() {
    return uses;
  }

  /** Has something done before the channel is closed, and after that again: the latter at once if it is closed. It does not block. */
  public void onClose(Runnable closing) {
    closings.add(closing);
    if (!channel.isOpen()) { // entered first and looked second, as close does the other way round
      closing.run();
    }
  }

  /** Takes back what {@link #onClose} was told. */
  public void onCloseNoMore(Runnable closing) {
    closings.remove(closing);
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  SelectionKey register(Selector selector, Poller poller, int operations, Object attachment) throws ClosedChannelException {
    pollers.add(poller);
    return channel.register(selector, operations, attachment);
  }

  @Nullable Slot slot() {
    return slot;
  }

  void slot(Slot last) {
    slot = last;
  }

  void forget(Poller poller) {
    pollers.remove(poller);
  }

  /**
   * Waits until one of the operations seems possible: another thread may be faster to do it.
   *
   * @param operations of {@link SelectionKey}
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first; the channel stays open
   * @throws ClosedChannelException if the channel is closed, before or meanwhile
   */
  public boolean await(int operations, Deadline deadline) throws IOException {
    // Who only asks, or whose time is over, asks the system itself: a watch tells a moment later.
    boolean watches = waitsVirtually() && !deadline.hasPassed();
    boolean ready = (watches && watch(operations, deadline)) || select(operations, deadline);
    if (!channel.isOpen()) {
      throw new AsynchronousCloseException();
    }
    return ready;
  }

  /** A virtual thread that waited in a selector would keep its carrier, and one that takes turns would keep its turn. */
  static boolean waitsVirtually() {
    return Thread.currentThread().isVirtual() || Strand.current() != null;
  }

  private boolean watch(int operations, Deadline deadline) {
    var waiter = new Waiter();
    Watch watch = watch(operations, waiter::signal);
    try {
      return waiter.await(deadline);
    } finally {
      watch.cancel();
    }
  }

  private boolean select(int operations, Deadline deadline) throws IOException {
    Registration registration = register(operations);
    Selector selector = registration.selector();
    selectors.add(selector);
    try {
      return !channel.isOpen() || select(selector, deadline); // entered first, asked second
    } finally {
      selectors.remove(selector);
      selector.selectedKeys().clear();
      keep(registration);
    }
  }

  private Registration register(int operations) throws IOException {
    Registration known = kept.getAndSet(null);
    Registration again = known == null ? null : known.with(operations);
    return again == null ? Registration.of(channel, operations) : again;
  }

  private void keep(Registration registration) throws IOException {
    if (!Registration.mayKeep() || !kept.compareAndSet(null, registration)) {
      registration.end();
    } else if (!channel.isOpen()) { // kept first and looked second, as close does the other way round
      letGo();
    }
  }

  private void letGo() throws IOException {
    Registration known = kept.getAndSet(null);
    if (known != null) {
      known.end();
    }
  }

  private boolean select(Selector selector, Deadline deadline) throws IOException {
    while (true) {
      long left = deadline.isNever() ? Long.MAX_VALUE : deadline.remainingNanos();
      int ready = deadline.isNever() ? selector.select()
          : left > 0 ? selector.select(Math.ceilDiv(left, NANOS_A_MILLI)) : selector.selectNow();
      if (ready > 0 || !channel.isOpen()) {
        return true;
      }
      if (Thread.interrupted()) {
        throw new KeyboardInterrupt();
      }
      if (left <= 0) {
        return false;
      }
    }
  }

  /**
   * Asks to be told once, by a thread of the library, when one of the operations seems possible or the channel is
   * closed: at once, if that is so already.
   *
   * @param wake does not block
   */
  public Watch watch(int operations, Runnable wake) {
    var watch = new Watch(this, kind(), operations, wake, watches);
    watches.add(watch);
    watch.begin();
    return watch;
  }

  /** One that needs a carrier itself would keep a thread waiting that needs none; and what it needs to wait without one, only Linux has. */
  private static Reactor.Kind kind() {
    return IS_LINUX && Strand.current() == null && Thread.currentThread().isVirtual() ? Reactor.Kind.VIRTUAL : Reactor.Kind.ANY;
  }

  /** {@return what a reactor watches of the channel} */
  Outlook outlook(Reactor.Kind kind) {
    Outlook known = outlooks.get(kind);
    return known != null && !known.reactor().isRetired() ? known
        : outlooks.compute(kind, (_, last) -> last != null && !last.reactor().isRetired() ? last : new Outlook(Reactor.of(kind), channel));
  }

  /** Closes the channel. All that wait are told so. Closing twice is fine. */
  @Override
  public void close() {
    try {
      closings.forEach(Runnable::run);
      channel.close();
      letGo();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // The system's end of the channel is let go by the selectors that know it: they look when they are woken.
      selectors.forEach(Selector::wakeup);
      watches.forEach(Watch::fire);
      pollers.forEach(Poller::letGo);
      closings.forEach(Runnable::run);
      outlooks.values().forEach(outlook -> outlook.reactor().flush());
    }
  }
}

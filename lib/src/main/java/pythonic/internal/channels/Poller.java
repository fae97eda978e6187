package pythonic.internal.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;

/**
 * Waits for many things at once, again and again: what it waited for the last time the system still watches, so that another wait
 * for the same costs little. A channel that is closed is let go at once, by the thread that waits or, if none does,
 * by the one that closes it: it leaves word first and tries to take the turn second, while who has the turn gives it back first and looks
 * for word second.
 */
public final class Poller implements AutoCloseable {

  /** What {@link #await} gives for a thing that was closed. */
  public static final int CLOSED = 4;

  private static final long NANOS_A_MILLI = 1_000_000;

  /** Whoever holds it may use what follows; the selector may be woken by anybody. */
  private final Mutex turn = new Mutex();

  private final Selector selector;
  private final IdentityHashMap<Endpoint<?>, Slot> slots = new IdentityHashMap<>();
  private int round;

  /** A channel was closed that the selector may know. */
  private final AtomicBoolean hasClosed = new AtomicBoolean();

  /** The wait is to end, or look anew: somebody has said so. */
  private final AtomicBoolean isCalled = new AtomicBoolean();

  /** Whether a use of a channel is to end the wait. */
  private volatile boolean looksForUses;

  private boolean isClosed;

  /** Who waits without the selector, to be told of a call. Set before it is looked whether there was one; read after there was. */
  private volatile @Nullable Waiter virtualWaiter;

  /** Makes one that waits for nothing yet. */
  public Poller() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One wait. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Wait(List<Interest> all, Slot[] slots, int[] ready) {}

  /**
   * Waits until something can be done with one of several things at least, or {@link #call} is called.
   *
   * @return for each of them what can be done, {@link #CLOSED} if it is closed, 0 for all if the deadline passed first or it was called
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  public int[] await(List<Interest> all, Deadline deadline) {
    if (!turn.acquire(deadline)) {
      return new int[all.size()];
    }
    try {
      var wait = new Wait(all, new Slot[all.size()], new int[all.size()]);
      if (isClosed) {
        return wait.ready;
      }
      boolean isAhead = prepare(wait);
      while (true) {
        boolean found = askOthers(wait) || isAhead;
        boolean isOver = found || isCalled.getAndSet(false) || deadline.hasPassed();
        select(wait, isOver ? Deadline.after(0) : deadline);
        found |= collect(wait);
        if (found || isOver) {
          return wait.ready;
        }
        if (Thread.interrupted()) {
          throw new KeyboardInterrupt();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turn.tryRelease();
      tidy();
    }
  }

  /** {@return whether something can be done, or is closed, without asking the system} */
  private boolean prepare(Wait wait) throws IOException {
    round++;
    boolean found = false;
    int known = 0;
    for (int i = 0; i < wait.ready.length; i++) {
      Interest one = wait.all.get(i);
      Endpoint<?> endpoint = one.waitable().endpoint();
      if (endpoint == null) {
        continue;
      }
      Slot slot = slot(endpoint);
      if (slot.round != round) {
        slot.round = round;
        slot.wanted = 0;
        known++;
      }
      slot.wanted |= one.waitable().operations(one.uses());
      wait.slots[i] = slot;
      if ((one.uses() & Waitable.READ) != 0 && one.waitable().hasAhead()) {
        wait.ready[i] = Waitable.READ;
        found = true;
      }
    }
    if (known < slots.size() && slots.values().removeIf(slot -> slot.isGivenUp(this, round))) {
      selector.selectNow(key -> { }); // lets go of them, for they may be wanted again
    }
    for (Slot slot : wait.slots) {
      if (slot != null && isLost(slot)) {
        slots.remove(slot.endpoint);
        slot.giveUp();
      }
      found |= slot != null && !slot.endpoint.isOpen(); // closed before the system was told: no word of it will come
    }
    return found;
  }

  /** {@return what is watched of a channel} The channel remembers whose it was last, for with many the search takes longer than the wait. */
  @SuppressWarnings("ReferenceEquality") // the same, not an equal one
  private Slot slot(Endpoint<?> endpoint) {
    Slot last = endpoint.slot();
    if (last != null && last.poller == this && last.isKnown()) {
      return last;
    }
    Slot slot = slots.computeIfAbsent(endpoint, each -> new Slot(each, this));
    endpoint.slot(slot);
    return slot;
  }

  /** Has the system watch a channel as is wanted now. {@return whether it was closed} */
  private boolean isLost(Slot slot) {
    SelectionKey key = slot.key;
    slot.ready = 0;
    if (key != null && slot.registered == slot.wanted) {
      return false;
    }
    try {
      if (key == null) {
        slot.key = slot.endpoint.register(selector, this, slot.wanted, slot);
      } else {
        key.interestOps(slot.wanted);
      }
      slot.registered = slot.wanted;
    } catch (ClosedChannelException | CancelledKeyException e) {
      slot.endpoint.forget(this);
      return true; // closed meanwhile, as whoever waits for it finds
    }
    return false;
  }

  /** Asks the things that the system does not know. {@return whether one is ready} */
  private static boolean askOthers(Wait wait) {
    boolean found = false;
    for (int i = 0; i < wait.ready.length; i++) {
      if (wait.slots[i] == null) {
        Interest one = wait.all.get(i);
        wait.ready[i] = one.uses() == 0 ? 0 : one.ready();
        found |= wait.ready[i] != 0;
      }
    }
    return found;
  }

  private void select(Wait wait, Deadline deadline) throws IOException {
    if (deadline.hasPassed()) {
      selector.selectNow(Poller::note);
      return;
    }
    boolean isVirtual = Endpoint.waitsVirtually();
    if (isVirtual && selector.selectNow(Poller::note) > 0) {
      return;
    }
    var cancels = new ArrayList<Runnable>();
    var waiter = new Waiter();
    Runnable wake = isVirtual ? waiter::signal : selector::wakeup;
    try {
      for (int i = 0; i < wait.ready.length; i++) {
        Interest one = wait.all.get(i);
        if ((isVirtual || wait.slots[i] == null) && one.uses() != 0) {
          cancels.add(one.waitable().whenReady(one.uses(), wake));
        }
      }
      if (isVirtual) {
        virtualWaiter = waiter;
        if (!isCalled.get()) {
          waiter.await(deadline);
        }
        selector.selectNow(Poller::note);
      } else if (deadline.isNever()) {
        selector.select(Poller::note);
      } else {
        selector.select(Poller::note, Math.max(1, Math.ceilDiv(deadline.remainingNanos(), NANOS_A_MILLI)));
      }
    } finally {
      virtualWaiter = null;
      cancels.forEach(Runnable::run);
    }
  }

  private static void note(SelectionKey key) {
    ((Slot) key.attachment()).ready = key.readyOps();
  }

  /** {@return whether one is ready or closed} */
  private static boolean collect(Wait wait) {
    boolean found = false;
    for (int i = 0; i < wait.ready.length; i++) {
      Slot slot = wait.slots[i];
      if (slot == null) {
        continue;
      }
      if (!slot.endpoint.isOpen()) {
        wait.ready[i] = CLOSED;
      } else if (slot.ready != 0) {
        wait.ready[i] |= wait.all.get(i).possible(slot.ready);
      }
      found |= wait.ready[i] != 0;
    }
    return found;
  }

  /** Has the wait, or the next one, end at once, to look anew. */
  public void call() {
    isCalled.set(true);
    selector.wakeup();
    Waiter virtual = virtualWaiter;
    if (virtual != null) {
      virtual.signal();
    }
  }

  /** Says whether a use of a channel, as a read by another thread, ends the wait. */
  public void lookForUses(boolean value) {
    looksForUses = value;
  }

  void used() {
    if (looksForUses) {
      call();
    }
  }

  /** A channel was closed: the system lets it go once the selector has looked. */
  void letGo() {
    hasClosed.set(true);
    selector.wakeup();
    tidy();
  }

  private void tidy() {
    while (hasClosed.get() && turn.tryAcquire()) {
      try {
        if (hasClosed.getAndSet(false) && selector.isOpen()) {
          selector.selectNow(key -> { });
          slots.values().removeIf(Slot::isClosed);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        turn.tryRelease();
      }
    }
  }

  /** Waits for nothing any more; a wait ends at once. */
  @Override
  public void close() {
    call();
    try (var _ = turn.hold()) {
      isClosed = true;
      slots.values().forEach(slot -> slot.endpoint.forget(this));
      slots.clear();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

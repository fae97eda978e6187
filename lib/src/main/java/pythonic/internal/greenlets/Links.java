package pythonic.internal.greenlets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/**
 * Who is told when an object is ready, in the order in which they came, as gevent does it: a callback of the hub tells
 * those that were there when it began. A greenlet that is told goes on at once, and the next is told when it waits again.
 * Those that come while others are being told come after them.
 *
 * <p>Where there is no such hub (see {@link Home}) all are told on the spot, or one, where only so many can go on as the
 * object is ready for: that one calls {@link #check} when it has looked, to tell the next if there is still reason to.
 */
public final class Links {

  private final Object owner;
  private final BooleanSupplier ready;

  /** Whether all are told once it was ready, or only as long as it is. */
  private final boolean all;

  private final Mutex guard = new Mutex(); // guards all fields below
  private final ArrayDeque<Link> links = new ArrayDeque<>(2);
  private final Home home = new Home();
  private @Nullable ArrayDeque<Link> late;
  private boolean telling;

  /** Null while those of the list that is being read have all been told. */
  private @Nullable Link last;

  private boolean begun;
  private boolean readingLate;

  public Links(Object owner, BooleanSupplier ready, boolean all) {
    this(owner, ready, all, false);
  }

  /** @param telling whether {@link #tell} is about to be called by the hub */
  public Links(Object owner, BooleanSupplier ready, boolean all, boolean telling) {
    this.telling = telling;
    this.owner = owner;
    this.ready = ready;
    this.all = all;
  }

  public int size() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return links.size();
    }
  }

  /** {@return whether some are being told, or are about to be} */
  public boolean isTelling() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return telling;
    }
  }

  public void add(Link link) {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      home.add(link.home(), links.isEmpty() && late == null);
      links.add(link);
    }
    check();
  }

  public void remove(Link link) {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      links.remove(link);
      if (late != null) {
        late.remove(link);
      }
    }
  }

  /** Forgets a callback, if it is there. */
  public void remove(Callable callback) {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      links.stream().filter(link -> link.isOf(callback)).findFirst().ifPresent(links::remove);
    }
  }

  public void clear() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      links.clear();
    }
  }

  /**
   * Waits until it is told. {@return false if the deadline passed first}
   *
   * @param behind whether it is ready and the current greenlet only waits behind those that are being told
   */
  public boolean await(Object what, Deadline deadline, boolean behind) {
    var wait = new Switch(what);
    boolean added = false;
    if (behind) {
      try (Mutex.Hold _ = guard.holdBriefly()) {
        added = telling && home.teller() != null;
        if (added) {
          late = late == null ? new ArrayDeque<>() : late;
          late.add(wait);
        }
      }
      if (!added) {
        return true;
      }
    } else {
      add(wait);
    }
    boolean told = false;
    try {
      told = wait.await(deadline);
      return told;
    } finally {
      if (!told) {
        remove(wait);
        if (wait.isOver()) {
          check(); // it was refused to wait, and told nevertheless: another is
        }
      }
    }
  }

  /** The object may be ready: those that wait are told soon. */
  public void check() {
    Hub teller;
    List<Link> now = List.of();
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if ((links.isEmpty() && late == null) || !ready.getAsBoolean()) {
        return;
      }
      teller = home.teller();
      if (teller == null) {
        now = take();
      } else if (telling) {
        return;
      } else {
        telling = true;
        begun = false;
      }
    }
    if (teller == null) {
      tellAtOnce(now);
    } else {
      teller.add((Runnable) this::tell);
    }
  }

  /** {@return who is told on the spot: all, or up to the first greenlet that waits} Greenlets that have given up are passed by. */
  private List<Link> take() {
    var taken = new ArrayList<Link>();
    boolean enough = false;
    while (!enough && (!links.isEmpty() || late != null)) {
      Link link = links.poll();
      if (link == null) {
        links.addAll(late);
        late = null;
      } else if (!(link instanceof Switch wait)) {
        taken.add(link);
      } else if (wait.claim()) {
        taken.add(link);
        enough = !all;
      }
    }
    return taken;
  }

  private void tellAtOnce(List<Link> now) {
    for (Link link : now) {
      try {
        link.fireFromAnywhere(owner);
      } catch (Throwable e) {
        Failures.report(link.described(owner), e);
      }
    }
  }

  /** In a callback: tells those that are there. */
  public void tell() {
    while (true) {
      Link link = next();
      if (link == null) {
        break;
      }
      Object first = null;
      try {
        first = link.fire(owner);
      } catch (Throwable e) {
        Failures.report(link.described(owner), e);
      }
      if (first != null) {
        Hub own = Strand.enter().hub();
        own.addFirst((Runnable) this::tell); // when it waits again
        if (first instanceof Strand strand) {
          strand.wakeFirst();
        } else {
          own.addFirst(first);
        }
        return;
      }
    }
    check(); // it may have become ready again
  }

  /** {@return who is told next; null, and nobody is being told any more, if there is none} */
  private @Nullable Link next() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (!begun) {
        begun = true;
        readingLate = false;
        last = links.peekLast();
      }
      Link next = poll(links);
      if (next == null && !readingLate && late != null) {
        readingLate = true;
        last = late.peekLast();
      }
      if (next == null && late != null) {
        next = poll(late);
      }
      if (next == null) {
        telling = false;
        if (late != null) {
          links.addAll(late);
          late = null;
        }
      }
      return next;
    }
  }

  @SuppressWarnings("ReferenceEquality") // one link may be there twice
  private @Nullable Link poll(ArrayDeque<Link> from) {
    if (last == null || (readingLate && from == links) || !(all || ready.getAsBoolean())) {
      return null;
    }
    Link next = from.poll();
    if (next == last && !from.contains(next)) {
      last = null;
    }
    return next;
  }
}

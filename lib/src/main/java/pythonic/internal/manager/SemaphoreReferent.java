package pythonic.internal.manager;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Semaphore;

/** A semaphore that gets back what a process that was killed had taken. */
final class SemaphoreReferent {

  static final ReferentType<SemaphoreReferent> SEMAPHORE =
      new ReferentType<SemaphoreReferent>("Semaphore", args -> new SemaphoreReferent(new Semaphore(count(args))))
          .concurrent()
          .method("acquire", 0, 2, (semaphore, args) -> semaphore.acquire(Taking.blocking(args), Taking.timeout(args)))
          .action("release", 0, 1, (semaphore, args) -> semaphore.release(count(args)));

  static final ReferentType<SemaphoreReferent> BOUNDED =
      SEMAPHORE.named("BoundedSemaphore", args -> new SemaphoreReferent(new BoundedSemaphore(count(args))));

  private final Semaphore semaphore;

  /** Whoever holds it may use {@link #taken} and {@link #extra}. */
  private final Mutex counting = new Mutex();

  private final Map<Session, Taken> taken = new HashMap<>();

  /**
   * How many permits processes gave that none had taken, as for each item of a queue: whoever takes one of these uses it up. Less than
   * 0: so many were taken by processes that exited by themselves.
   */
  private int extra;

  private final class Taken implements Session.Holding {
    private final Session session;
    private int count;

    Taken(Session session) {
      this.session = session;
    }

    /** What a process has taken when it exits by itself stays taken, as in Python. */
    @Override
    public void abandon(boolean killed) {
      int left;
      try (var _ = counting.hold()) {
        left = count;
        count = 0;
        taken.remove(session, this);
        if (!killed) {
          extra -= left;
        }
      }
      if (killed && left > 0) {
        semaphore.release(left);
      }
    }
  }

  private SemaphoreReferent(Semaphore semaphore) {
    this.semaphore = semaphore;
  }

  static SemaphoreReferent of(Semaphore semaphore) {
    return new SemaphoreReferent(semaphore);
  }

  private static int count(@Nullable Object[] args) {
    return args.length == 0 ? 1 : Taking.number(args[0]);
  }

  private boolean acquire(boolean blocking, @Nullable Double timeout) {
    boolean acquired = timeout == null ? semaphore.acquire(blocking) : semaphore.acquire(blocking, timeout);
    Conversation current = Conversation.current();
    if (acquired && current != null) {
      Taken its = countTaken(current.session);
      if (its != null) {
        current.session.hold(its);
      }
    }
    return acquired;
  }

  private @Nullable Taken countTaken(Session session) {
    try (var _ = counting.hold()) {
      if (extra > 0) {
        extra--;
        return null;
      }
      Taken its = taken.computeIfAbsent(session, Taken::new);
      its.count++;
      return its;
    }
  }

  private void release(int count) {
    semaphore.release(count);
    Conversation current = Conversation.current();
    if (current != null) {
      try (var _ = counting.hold()) {
        giveBack(current.session, count);
      }
    }
  }

  /** A process gives back its own first; what it gives for others is theirs, whoever they are. */
  private void giveBack(Session session, int count) {
    int left = lower(taken.get(session), count);
    Iterator<Taken> others = taken.values().iterator();
    while (left > 0 && others.hasNext()) {
      left = lower(others.next(), left);
    }
    extra += left;
    taken.values().removeIf(each -> {
      if (each.count == 0) {
        each.session.letGo(each);
      }
      return each.count == 0;
    });
  }

  private static int lower(@Nullable Taken taken, int count) {
    int lowered = taken == null ? 0 : Math.min(taken.count, count);
    if (taken != null) {
      taken.count -= lowered;
    }
    return count - lowered;
  }

  @Override
  public String toString() {
    return semaphore.toString();
  }
}

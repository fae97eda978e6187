package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.threading.Condition;

/** A condition over a lock of the server. What was meant for a process that has ended goes to the next that waits. */
final class ConditionReferent {

  static final ReferentType<ConditionReferent> TYPE =
      new ReferentType<ConditionReferent>("Condition", args -> new ConditionReferent(lock(args)))
          .concurrent()
          .method("acquire", 0, 2, (condition, args) -> condition.lock.acquire(Taking.blocking(args), Taking.timeout(args)))
          .action("release", 0, (condition, _) -> condition.lock.release())
          .method("wait", 0, 1, (condition, args) -> condition.await(Taking.first(args)))
          .action("notify", 0, 1, (condition, args) -> condition.condition.notify_(args.length == 0 ? 1 : Taking.number(args[0])))
          .action("notify_all", 0, (condition, _) -> condition.condition.notify_all());

  private final LockReferent lock;
  private final Condition condition;

  private ConditionReferent(LockReferent lock) {
    this.lock = lock;
    this.condition = new Condition(lock.lock);
  }

  /** The argument is the id of a lock, none for a new one. */
  private static LockReferent lock(@Nullable Object[] args) {
    Conversation current = Conversation.current();
    if (args.length == 0 || current == null) {
      return (LockReferent) LockReferent.RLOCK.make(args);
    }
    if (args[0] instanceof Long id && current.server().inside(id).object instanceof LockReferent lock) {
      return lock;
    }
    throw new TypeError("a condition of a manager needs a Lock or RLock of the same manager");
  }

  private boolean await(@Nullable Double timeout) {
    Conversation current = Conversation.current();
    boolean held = lock.lock.locked();
    if (held) {
      lock.freeing();
    }
    boolean notified = false;
    try {
      notified = timeout == null ? condition.wait_() : condition.wait_(timeout);
    } finally {
      if (held) {
        lock.regained();
      }
      if (current != null) {
        seeToTheLost(current, notified, held);
      }
    }
    RuntimeException error = lock.abandonment();
    if (error != null) {
      throw error;
    }
    return notified;
  }

  /** Where the process that waited has ended, its notification is another's, and it does not have the lock. */
  private void seeToTheLost(Conversation current, boolean notified, boolean held) {
    if (current.session.hasEnded()) {
      if (notified) {
        condition.notify_();
      }
      if (held) {
        lock.releaseWhole();
      }
    } else if (notified) {
      current.ifLost(this::handOn);
    }
  }

  private void handOn() {
    if (lock.lock.acquire()) {
      condition.notify_();
      lock.lock.release();
    }
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}

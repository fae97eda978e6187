package pythonic.internal.manager;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.threading.BasicLock;
import pythonic.threading.Lock;
import pythonic.threading.RLock;

/**
 * A Lock or RLock that tells of the end of the process that held it: one who asks for it then gets an error, and it is
 * free.
 */
abstract class LockReferent {

  static final ReferentType<LockReferent> LOCK = methods(new ReferentType<>("Lock", _ -> new Plain(new Lock())));
  static final ReferentType<LockReferent> RLOCK = methods(new ReferentType<>("RLock", _ -> new Reentrant(new RLock())));

  private static ReferentType<LockReferent> methods(ReferentType<LockReferent> type) {
    return type.concurrent()
        .method("acquire", 0, 2, (lock, args) -> lock.acquire(Taking.blocking(args), Taking.timeout(args)))
        .action("release", 0, (lock, _) -> lock.release())
        .method("locked", 0, (lock, _) -> lock.lock.locked());
  }

  static LockReferent of(Lock lock) {
    return new Plain(lock);
  }

  static LockReferent of(RLock lock) {
    return new Reentrant(lock);
  }

  final BasicLock lock;

  /** The process that ended with it, until somebody is told; else 0. Set before the lock is freed. */
  private volatile long abandonedBy;

  private LockReferent(BasicLock lock) {
    this.lock = lock;
  }

  boolean acquire(boolean blocking, @Nullable Double timeout) {
    boolean acquired = timeout == null ? lock.acquire(blocking) : lock.acquire(blocking, timeout);
    if (acquired) {
      taken();
      RuntimeException error = abandonment();
      if (error != null) {
        release();
        throw error;
      }
    }
    return acquired;
  }

  /** {@return the error for who has the lock after a process has ended with it; null if none has} It is told once. */
  final @Nullable RuntimeException abandonment() {
    long pid = abandonedBy;
    Conversation current = Conversation.current();
    if (pid == 0 || current == null) {
      return null;
    }
    abandonedBy = 0;
    return current.server().abandoned(pid);
  }

  public final void abandon(long pid) {
    abandonedBy = pid;
    lock.release();
  }

  /** The current call has the lock now. */
  abstract void taken();

  /** The current call is about to free it, or to wait at a condition, which frees it. */
  abstract void freeing();

  /** A condition that was waited at has taken it again. */
  abstract void regained();

  abstract void release();

  /** Frees it whole for a process that ended while it waited at a condition: it did not have it. */
  abstract void releaseWhole();

  /** The text of the lock itself. */
  @Override
  public String toString() {
    return lock.toString();
  }

  /** Anyone may free it: so the process that took it last is known by name. */
  private static final class Plain extends LockReferent {

    private final AtomicReference<@Nullable Hold> hold = new AtomicReference<>();

    private final class Hold implements Session.Holding {
      private final Session session;

      Hold(Session session) {
        this.session = session;
      }

      @Override
      public void abandon(boolean killed) {
        if (hold.compareAndSet(this, null)) {
          Plain.this.abandon(session.pid);
        }
      }
    }

    Plain(Lock lock) {
      super(lock);
    }

    @Override
    void taken() {
      Conversation current = Conversation.current();
      if (current != null) {
        var mine = new Hold(current.session);
        hold.set(mine);
        current.session.hold(mine);
      }
    }

    @Override
    void freeing() {
      Hold last = hold.getAndSet(null);
      if (last != null) {
        last.session.letGo(last);
      }
    }

    @Override
    void regained() {
      taken();
    }

    @Override
    void release() {
      freeing();
      lock.release();
    }

    @Override
    void releaseWhole() {
      release();
    }
  }

  /** Only the thread that took it may free it, and it is that thread's to do so when its process has ended. */
  private static final class Reentrant extends LockReferent implements Conversation.Owned {

    Reentrant(RLock lock) {
      super(lock);
    }

    @Override
    void taken() {
      Conversation current = Conversation.current();
      if (current != null) {
        current.own(this);
      }
    }

    @Override
    void freeing() {}

    @Override
    void regained() {}

    @Override
    void release() {
      lock.release();
      Conversation current = Conversation.current();
      if (current != null) {
        current.disown(this);
      }
    }

    @Override
    void releaseWhole() {
      Conversation current = Conversation.current();
      for (int left = current == null ? 0 : current.disownAll(this); left > 0; left--) {
        lock.release();
      }
    }
  }
}

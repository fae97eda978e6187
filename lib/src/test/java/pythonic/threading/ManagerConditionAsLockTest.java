package pythonic.threading;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.AcquirerProxy;
import pythonic.testing.Alike;

/** A condition of a manager does as a lock what its lock does. */
class ManagerConditionAsLockTest {

  /** A condition does not say whether its lock is taken, as in Python. */
  public record Locked(AcquirerProxy lock) {

    public boolean locked() {
      return lock.locked();
    }
  }

  @Nested
  @ExtendWith(OnServedManager.class)
  class OverLockTest extends ManagerLockTest {
    @Override
    public LockLike create() {
      AcquirerProxy lock = OnServedManager.manager().Lock();
      return Alike.as(LockLike.class, new Locked(lock), OnServedManager.manager().Condition(lock));
    }
  }

  @Nested
  @ExtendWith(OnServedManager.class)
  class OverRLockTest extends ManagerRLockTest {
    @Override
    public LockLike create() {
      AcquirerProxy lock = OnServedManager.manager().RLock();
      return Alike.as(LockLike.class, new Locked(lock), OnServedManager.manager().Condition(lock));
    }
  }
}

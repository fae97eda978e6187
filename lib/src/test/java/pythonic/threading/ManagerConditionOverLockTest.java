package pythonic.threading;

import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.AcquirerProxy;
import pythonic.multiprocessing.managers.ConditionProxy;
import pythonic.testing.Alike;
import pythonic.testing.Shown;

@ExtendWith(OnServedManager.class)
class ManagerConditionOverLockTest extends ConditionContract {

  @Override
  Subject create() {
    AcquirerProxy lock = OnServedManager.manager().Lock();
    ConditionProxy condition = OnServedManager.manager().Condition(lock);
    return new Subject(
        Alike.as(ConditionLike.class, new Shown(condition), condition), Alike.as(LockLike.class, new Shown(lock), lock));
  }

  @Override
  boolean ownerMatters() {
    return false;
  }

  @Override
  int scale() {
    return 10;
  }

  @Override
  boolean queuesForTheLock(java.lang.Thread thread) {
    return super.queuesForTheLock(OnServedManager.worker(thread));
  }
}

package pythonic.threading;

import pythonic.testing.Alike;

/** A condition does as a lock what its lock does. */
class ConditionOverRLockAsLockTest extends RLockContract {

  @Override
  public LockLike create() {
    var lock = new RLock();
    return Alike.as(LockLike.class, new Condition(lock), lock);
  }
}

package pythonic.threading;

import pythonic.testing.Alike;

/** A condition does as a lock what its lock does. */
class ConditionOverLockAsLockTest extends LockContract {

  @Override
  public LockLike create() {
    var lock = new Lock();
    return Alike.as(LockLike.class, new Condition(lock), lock);
  }
}

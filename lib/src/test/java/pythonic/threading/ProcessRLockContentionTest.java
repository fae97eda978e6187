package pythonic.threading;

import pythonic.testing.Alike;

class ProcessRLockContentionTest extends LockContentionContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, new pythonic.multiprocessing.RLock());
  }
}

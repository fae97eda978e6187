package pythonic.threading;

import pythonic.testing.Alike;

class ProcessLockContentionTest extends LockContentionContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, new pythonic.multiprocessing.Lock());
  }
}

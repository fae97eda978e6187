package pythonic.threading;

import pythonic.testing.Alike;

/** By itself, the writer's side is a lock that its owner may take again. */
class RWLockWriterTest extends RLockContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, new RWLock().writer());
  }
}

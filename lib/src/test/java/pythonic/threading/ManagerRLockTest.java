package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.timeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;
import pythonic.testing.Alike;

@ExtendWith(OnServedManager.class)
class ManagerRLockTest extends RLockContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, OnServedManager.manager().RLock());
  }

  @Override
  int scale() {
    return 25;
  }

  @Override
  java.lang.Thread.State stateOf(java.lang.Thread thread) {
    return OnServedManager.worker(thread).getState();
  }

  /** A proxy takes None for its default. */
  @Override
  @Test
  void row05_acquireTimeoutNone_raisesTypeError() {
    assertThat(lock.acquire(true, timeout(null))).isTrue();
    lock.release();
    assertThat(lock.acquire(timeout(null))).isTrue();
  }
}

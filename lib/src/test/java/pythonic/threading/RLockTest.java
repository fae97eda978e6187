package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pythonic.testing.Alike;

class RLockTest extends RLockContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, new RLock());
  }

  @Test
  void toString_saysOwnerAndCount() {
    var lock = new RLock();
    assertThat(lock.toString()).matches("<unlocked _thread\\.RLock object owner=0 count=0 at 0x[0-9a-f]+>");
    lock.acquire();
    lock.acquire();
    assertThat(lock.toString())
        .matches("<locked _thread\\.RLock object owner=" + java.lang.Thread.currentThread().threadId() + " count=2 at 0x[0-9a-f]+>");
  }
}

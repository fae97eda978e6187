package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pythonic.testing.Alike;

class LockTest extends LockContract {

  @Override
  public LockLike create() {
    return Alike.as(LockLike.class, new Lock());
  }

  @Test
  void toString_saysWhetherLocked() {
    var lock = new Lock();
    assertThat(lock.toString()).matches("<unlocked _thread\\.lock object at 0x[0-9a-f]+>");
    lock.acquire();
    assertThat(lock.toString()).matches("<locked _thread\\.lock object at 0x[0-9a-f]+>");
  }
}

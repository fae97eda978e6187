package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.keywords.N;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.AcquirerProxy;
import pythonic.multiprocessing.managers.RemoteError;
import pythonic.testing.Alike;

@ExtendWith(OnServedManager.class)
class ManagerSemaphoreTest extends SemaphoreContract {

  /** The proxy's own release takes no number, as in Python; the semaphore's does. */
  public record Released(AcquirerProxy semaphore) {

    public void release(int n) {
      semaphore._callmethod("release", n);
    }

    public void release(N n) {
      release(n.count());
    }
  }

  @Override
  SemaphoreLike create(int value) {
    AcquirerProxy semaphore = OnServedManager.manager().Semaphore(value);
    return Alike.as(SemaphoreLike.class, semaphore, new Released(semaphore));
  }

  @Override
  int scale() {
    return 25;
  }

  /** What fails in the making is a RemoteError, as in Python. */
  @Override
  @Test
  void row16_negativeValue_raisesValueError() {
    assertThatThrownBy(() -> create(-1))
        .isExactlyInstanceOf(RemoteError.class)
        .hasMessageContaining("ValueError: semaphore initial value must be >= 0");
  }
}

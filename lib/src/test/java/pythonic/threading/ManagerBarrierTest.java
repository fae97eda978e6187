package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.action;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.KeyError;
import pythonic.builtins.functions.Procedure0;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.managers.RemoteError;
import pythonic.testing.Alike;
import pythonic.testing.Threads;

@ExtendWith(OnServedManager.class)
class ManagerBarrierTest extends BarrierContract {

  @Override
  BarrierLike create(int parties, @Nullable Procedure0 action, @Nullable Double timeout) {
    return Alike.as(BarrierLike.class, OnServedManager.manager().Barrier(parties, action(action), timeout(timeout)));
  }

  @Override
  int scale() {
    return 10;
  }

  /** What fails in the making is a RemoteError, as in Python. */
  @Override
  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void row21_partiesLessThanOne_raisesValueError(int parties) {
    assertThatThrownBy(() -> create(parties)).isExactlyInstanceOf(RemoteError.class).hasMessageContaining("ValueError: parties must be > 0");
  }

  static void fail() {
    throw new KeyError(5);
  }

  @Test
  void row24_actionRaises_runnerGetsItAndTheOthersBreak() {
    BarrierLike barrier = create(3, ManagerBarrierTest::fail, null);
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 2);
    assertThatThrownBy(barrier::wait_).isExactlyInstanceOf(KeyError.class).hasMessage("5");
    waiters.forEach(waiter -> assertBroken(waiter.joinError()));
  }
}

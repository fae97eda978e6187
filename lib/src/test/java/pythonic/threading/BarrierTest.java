package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.action;
import static pythonic.builtins.Keywords.parties;
import static pythonic.builtins.Keywords.timeout;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.testing.Alike;

class BarrierTest extends BarrierActionContract {

  @Override
  BarrierLike create(int parties, @Nullable Procedure0 action, @Nullable Double timeout) {
    return Alike.as(BarrierLike.class, new Barrier(parties, action, timeout(timeout)));
  }

  @Test
  void new_everyForm_takesActionAndTimeout() {
    var actions = new AtomicInteger();
    Procedure0 count = actions::incrementAndGet;
    assertThat(new Barrier(1, count).wait_()).isZero();
    assertThat(new Barrier(1, count, 5).wait_()).isZero();
    assertThat(new Barrier(1, count, timeout(5)).wait_()).isZero();
    assertThat(new Barrier(1, timeout(5), action(count)).wait_()).isZero();
    assertThat(new Barrier(action(count), parties(1)).wait_()).isZero();
    assertThat(new Barrier(parties(1), action((Procedure0) null)).wait_()).isZero();
    assertThat(actions.get()).isEqualTo(5);
    assertBreaks(() -> new Barrier(2, null, 0).wait_());
    assertBreaks(() -> new Barrier(2, timeout(0)).wait_());
    assertBreaks(() -> new Barrier(parties(2), timeout(0)).wait_());
  }

  @Test
  void new_partiesMissingOrTwice_raisesTypeError() {
    assertThatThrownBy(() -> new Barrier(timeout(1)))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("Barrier.__init__() missing 1 required positional argument: 'parties'");
    assertThatThrownBy(() -> new Barrier(2, parties(3)))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("Barrier.__init__() got multiple values for argument 'parties'");
  }

  @Test
  void toString_saysWaitersOrBroken() {
    var barrier = new Barrier(3);
    assertThat(barrier.toString()).matches("<threading\\.Barrier at 0x[0-9a-f]+: waiters=0/3>");
    barrier.abort();
    assertThat(barrier.toString()).matches("<threading\\.Barrier at 0x[0-9a-f]+: broken>");
  }
}

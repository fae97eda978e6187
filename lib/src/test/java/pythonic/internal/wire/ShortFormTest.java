package pythonic.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.functions.Function1;
import pythonic.internal.calls.Call;

/** Plain data with lambdas. */
final class ShortFormTest {

  private static Object roundTrip(Object value) {
    byte[] bytes = Objects.requireNonNull(Pickler.dumpsShort(value));
    assertThat(Pickler.isPlain(bytes)).as("a stranger's lambda is not to be revived").isFalse();
    return Objects.requireNonNull(Pickler.loads(bytes, ShortFormTest.class.getClassLoader()));
  }

  @Test
  void dumpsShort_lambdaWithPlainCaptures_arrives() throws Exception {
    int captured = 40;
    Function1<Integer, Integer> add = x -> x + captured;
    var copy = (Object[]) roundTrip(new Object[] {add, List.of(2)});
    assertThat(Call.of((pythonic.builtins.functions.Callable) copy[0], 2).run()).isEqualTo(42);
    assertThat(copy[1]).isEqualTo(List.of(2));
  }

  @Test
  void dumpsShort_captureThatIsNotPlain_isRefused() {
    var captured = new AtomicInteger(1);
    Function1<Integer, Integer> length = x -> x + captured.get();
    assertThat(Pickler.dumpsShort(new Object[] {length})).isNull();
  }
}

package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Builtins.encode;

import com.google.common.primitives.Bytes;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.Tuple;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function1;
import pythonic.internal.calls.Call;

/** Plain data with lambdas, and in parts. */
final class ShortFormTest {

  private static final ClassLoader LOADER = ShortFormTest.class.getClassLoader();

  @Test
  void isPlain_collectionsOfPlainData_are() {
    List<Object> values = List.of(Map.of("k", List.of()), Set.of(1), new HashSet<>(Set.of("x")), new Tuple<>(1, null), BigInteger.TWO, List.of(List.of(), List.of()));
    assertThat(values).allMatch(value -> Pickler.isPlain(Pickler.dumps(value, "")));
    assertThat(Pickler.isPlain(Pickler.dumps(new Tuple<>(new AtomicInteger()), ""))).isFalse();
  }

  /** What a stranger may send: each ends in an error that a server handles. */
  @Test
  void loads_bytesThatNobodyWrote_raisesValueError() {
    byte[] nested = "A\0\0\0\1".repeat(1_000_000).getBytes(ISO_8859_1);
    for (byte[] bytes : List.of(nested, encode("c\0\0\0\1N"), encode("M\0\0\0\1NT"), encode("M\0\0\0\1TN"), encode("G\0\0\0\0"), encode("s\0\0\0\1"), encode("?"))) {
      assertThatExceptionOfType(ValueError.class).isThrownBy(() -> Pickler.loads(bytes, LOADER));
    }
    assertThat(Pickler.loads(encode("c\0\0\0\2TT"), LOADER)).isEqualTo(Set.of(true));
    var deepest = "A\0\0\0\1".repeat(64) + "N";
    assertThat(Pickler.loads(encode(deepest), LOADER)).isInstanceOf(List.class);
  }

  private final class Inner implements Serializable {
    private static final long serialVersionUID = 1L;

    private ShortFormTest outer() {
      return ShortFormTest.this;
    }
  }

  @Test
  void dumps_innerClass_saysWhatToDo() {
    var inner = new Inner();
    assertThat(inner.outer()).isSameAs(this);
    assertThatExceptionOfType(TypeError.class).isThrownBy(() -> Pickler.dumps(inner, "self")).withMessage(
        "cannot pickle 'ShortFormTest' object: self.this$0: pythonic.internal.wire.ShortFormTest, which an inner class holds: declare that class static");
  }

  @Test
  void dumpsInParts_longArrays_arePartsAsTheyAre_andArrive() {
    var big = new byte[100_000];
    big[99_999] = 7;
    for (Object value : new Object[] {big, new Object[] {"a", big, 1, List.of(2), "b"}, List.of(big), new Object[] {new byte[10], 3.5}}) {
      byte[][] parts = Pickler.dumpsInParts(value, "");
      assertThat(List.of(parts).contains(big)).as("that very array").isEqualTo(Bytes.concat(parts).length > 100_000);
      assertThat(Bytes.concat(parts)).isEqualTo(Pickler.dumps(value, ""));
      Object copy = Pickler.loads(Bytes.concat(new byte[] {1, 2}, Bytes.concat(parts)), 2, ShortFormTest.class.getClassLoader());
      assertThat(Pickler.dumps(copy, "")).isEqualTo(Pickler.dumps(value, ""));
    }
  }

  @Test
  void dumpsInParts_whatGoesTheLongWay_isOnePart() {
    byte[][] parts = Pickler.dumpsInParts(new Object[] {new AtomicInteger(5), new byte[100_000]}, "");
    assertThat(parts).hasNumberOfRows(1);
    var copy = (Object[]) Objects.requireNonNull(Pickler.loads(parts[0], 0, ShortFormTest.class.getClassLoader()));
    assertThat(copy[0]).hasToString("5");
    assertThat(Pickler.dumpsInParts(null, "")).isEqualTo(new byte[][] {Pickler.dumps(null, "")});
  }

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

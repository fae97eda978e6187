package pythonic.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.TypeError;

class OrderingTest {

  private enum Level { LOW, HIGH }

  static Stream<Arguments> inOrder() {
    return Stream.of(
        Arguments.of(1, 2),
        Arguments.of(1, 1.5),
        Arguments.of(1.5, 2L),
        Arguments.of(false, 1),
        Arguments.of(1, Double.POSITIVE_INFINITY),
        Arguments.of(Double.NEGATIVE_INFINITY, new BigInteger("-99999999999999999999")),
        Arguments.of(Long.MAX_VALUE, 0x1p63),
        Arguments.of(9007199254740992.0, 9007199254740993L),
        Arguments.of(1.5, new BigDecimal("1.6")),
        Arguments.of(1.5f, new BigInteger("2")),
        Arguments.of("a", "b"),
        Arguments.of("a", "ab"),
        Arguments.of('a', "b"),
        Arguments.of("\uffff", "\ud83d\ude00"),
        Arguments.of("\ud83d\ude00", "\ud83d\ude01"),
        Arguments.of(new byte[] {1}, new byte[] {(byte) 0x80}),
        Arguments.of(List.of(1), List.of(2)),
        Arguments.of(List.of(1), List.of(1.0, 0)),
        Arguments.of(List.of(List.of(1), 5), List.of(List.of(1.0), 6)),
        Arguments.of(Arrays.asList(null, 1), Arrays.asList(null, 2)),
        Arguments.of(new Object[] {1, "a"}, List.of(1, "b")),
        Arguments.of(args(1, List.of(2)), args(1, List.of(2, 3))),
        Arguments.of(args(1, "a"), args(1, "b")),
        Arguments.of(Map.entry(1, "z"), Map.entry(2, "a")),
        Arguments.of(Map.entry(1, "a"), args(1, "b")),
        Arguments.of(Set.of(1), Set.of(1, 2)),
        Arguments.of(Level.LOW, Level.HIGH));
  }

  @ParameterizedTest
  @MethodSource("inOrder")
  void less_valuesInPythonsOrder_holdsOneWay(Object lower, Object higher) {
    assertThat(Ordering.less(lower, higher)).isTrue();
    assertThat(Ordering.less(higher, lower)).isFalse();
    assertThat(Ordering.less(lower, lower)).isFalse();
  }

  static Stream<Arguments> neither() {
    return Stream.of(
        Arguments.of(1, 1.0),
        Arguments.of(true, 1),
        Arguments.of(0.0, -0.0),
        Arguments.of(Double.NaN, 1),
        Arguments.of(Double.NaN, Double.POSITIVE_INFINITY),
        Arguments.of(Set.of(1), Set.of(2)),
        Arguments.of(args(1, Map.of()), args(1, Map.of())),
        Arguments.of(List.of("a"), List.of('a')));
  }

  @ParameterizedTest
  @MethodSource("neither")
  void less_equalOrUnordered_isFalseBothWays(Object left, Object right) {
    assertThat(Ordering.less(left, right)).isFalse();
    assertThat(Ordering.less(right, left)).isFalse();
  }

  static Stream<Arguments> incomparable() {
    return Stream.of(
        Arguments.of("a", 1, "str", "int"),
        Arguments.of(1, null, "int", "NoneType"),
        Arguments.of(null, null, "NoneType", "NoneType"),
        Arguments.of(List.of(1), args(1), "list", "tuple"),
        Arguments.of(args(1, "a"), args(1, 2), "str", "int"),
        Arguments.of(Map.of(), Map.of("a", 1), "dict", "dict"),
        Arguments.of(1, Level.LOW, "int", "Level"),
        Arguments.of(new Object(), new Object(), "Object", "Object"),
        Arguments.of(args(1, Collections.singletonMap("a", 1)), args(1, Map.of()), "dict", "dict"));
  }

  @ParameterizedTest
  @MethodSource("incomparable")
  void less_noOrder_raisesTypeError(@Nullable Object left, @Nullable Object right, String leftType, String rightType) {
    assertThatThrownBy(() -> Ordering.less(left, right))
        .isInstanceOf(TypeError.class)
        .hasMessage("'<' not supported between instances of '" + leftType + "' and '" + rightType + "'");
  }

  @Test
  void less_onlyTheRightKnowsAnOrder_asksIt() {
    @SuppressWarnings("ComparableType") // it knows an order with anything: that is the point
    record Above(int value) implements Comparable<Object> {
      @Override
      public int compareTo(Object other) {
        return 1;
      }
    }
    assertThat(Ordering.less(new Object(), new Above(1))).isTrue();
  }
}

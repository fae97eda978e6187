package pythonic.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;

class DeadlineTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0", "-0.0, 0", "1, 1000000000", "0.5, 500000000", "1e-9, 1", "1e-12, 1", "-1e-12, -1", "-1, -1000000000",
    "-0.9999999999, -1000000000", "9223372036, 9223372036000000000", "-9223372036, -9223372036000000000"
  })
  void nanos_countable_roundsAwayFromZero(double seconds, long nanos) {
    assertThat(Deadline.nanos(seconds)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, -9223372037.0, 1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void nanos_beyond64Bits_raisesOverflowError(double seconds) {
    assertThatThrownBy(() -> Deadline.nanos(seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
  }

  @Test
  void nanos_nan_raisesValueError() {
    assertThatThrownBy(() -> Deadline.nanos(Double.NaN)).isExactlyInstanceOf(ValueError.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, -1e300, Double.NEGATIVE_INFINITY, Double.NaN})
  void after_noTime_hasPassed(double seconds) {
    Deadline deadline = Deadline.after(seconds);
    assertThat(deadline.remainingNanos()).isLessThanOrEqualTo(0);
    assertThat(deadline.remainingSeconds()).isZero();
    assertThat(deadline.isNever()).isFalse();
  }

  @Test
  void after_someTime_isAheadByThat() {
    assertThat(Deadline.after(60).remainingNanos()).isBetween(1L, 60_000_000_000L);
    assertThat(Deadline.after(60).remainingSeconds()).isBetween(0.0, 60.0);
  }

  @Test
  void after_theLongestTimePythonCounts_isFarAhead() {
    assertThat(Deadline.after(9223372036.0).remainingNanos()).isGreaterThan(1L << 60);
    assertThatThrownBy(() -> Deadline.after(1e300)).isExactlyInstanceOf(OverflowError.class);
  }

  @Test
  void afterOrNever_none_isNever() {
    assertThat(Deadline.afterOrNever(null).isNever()).isTrue();
    assertThat(Deadline.NEVER.remainingSeconds()).isNull();
    assertThat(Deadline.afterOrNever(0.0).isNever()).isFalse();
  }

  @Test
  void lenient_refusesOnlyWhoWaits() {
    Deadline far = Deadline.lenient(1e300);
    assertThat(far.isNever()).isFalse();
    assertThatThrownBy(far::remainingNanos).isExactlyInstanceOf(OverflowError.class);
    assertThatThrownBy(far::remainingSeconds).isExactlyInstanceOf(OverflowError.class);
    assertThat(Deadline.lenient(null).isNever()).isTrue();
    assertThat(Deadline.lenient(100.0).remainingSeconds()).isBetween(1.0, 100.0);
  }
}

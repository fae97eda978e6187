package pythonic.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;

class TimeTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1e-9, 0.02})
  void sleep_seconds_passAtLeast(double seconds) {
    long start = System.nanoTime();
    Time.sleep(seconds);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-10})
  void sleep_negative_raisesValueError(double seconds) {
    assertThatThrownBy(() -> Time.sleep(seconds))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("sleep length must be non-negative");
  }

  @Test
  void sleep_nan_raisesValueError() {
    assertThatThrownBy(() -> Time.sleep(Double.NaN))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("Invalid value NaN (not a number)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void sleep_uncountable_raisesOverflowError(double seconds) {
    assertThatThrownBy(() -> Time.sleep(seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
  }

  @ParameterizedTest
  @EnumSource
  void sleep_interrupted_raisesKeyboardInterrupt(Interrupt moment) {
    moment.ends(() -> Time.sleep(60));
  }

  @Test
  void sleep_zeroInterrupted_keepsTheFlag() {
    boolean interrupted =
        Interrupt.isNotLookedAtBy(
            () -> {
              Time.sleep(0);
              return true;
            });
    assertThat(interrupted).isTrue();
  }

  @Test
  void time_now_isTheTimeOfDay() {
    long before = System.currentTimeMillis();
    double now = Time.time();
    long nanos = Time.time_ns();
    long after = System.currentTimeMillis();
    assertThat(now * 1e3).isBetween(before - 1.0, after + 1.0);
    assertThat(nanos / 1_000_000).isBetween(before - 1, after + 1);
  }

  @Test
  void clocks_readTwice_neverGoBack() {
    double monotonic = Time.monotonic();
    long monotonicNs = Time.monotonic_ns();
    double perfCounter = Time.perf_counter();
    long perfCounterNs = Time.perf_counter_ns();
    assertThat(Time.monotonic()).isGreaterThanOrEqualTo(monotonic);
    assertThat(Time.monotonic_ns()).isGreaterThanOrEqualTo(monotonicNs);
    assertThat(Time.perf_counter()).isGreaterThanOrEqualTo(perfCounter);
    assertThat(Time.perf_counter_ns()).isGreaterThanOrEqualTo(perfCounterNs);
  }

  @Test
  void ctime_moments_areWrittenAsPythonDoes() {
    double offset = TimeZone.getDefault().getOffset(0) / 1e3;
    assertThat(Time.ctime(-offset)).isEqualTo("Thu Jan  1 00:00:00 1970");
    assertThat(Time.ctime(-offset + 86400 * 30 + 3661.9)).isEqualTo("Sat Jan 31 01:01:01 1970");
    assertThat(Time.ctime()).matches("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 123]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}");
  }
}

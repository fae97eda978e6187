package pythonic.blocking;

import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Keywords;
import pythonic.builtins.keywords.Timeout;
import pythonic.threading.Threading;

/** How long a call may wait: a column of the table. */
@NullUnmarked
enum Limit {
  OMITTED("omitted", null),
  NO_WAIT("no wait", null),
  NONE("None", null),
  ZERO("0", 0.0),
  SMALL("small", 0.02),
  MINUS_ONE("-1", -1.0),
  MINUS_TWO("-2", -2.0),
  LARGE("large", 1e6),
  MAX("max", Threading.TIMEOUT_MAX),
  HUGE("huge", 1e300),

  /** Stands for SMALL where the call must not end before it is interrupted. */
  SMALL_BUT_LONGER("longer", 60.0);

  final String column;
  private final Double seconds;

  Limit(String column, Double seconds) {
    this.column = column;
    this.seconds = seconds;
  }

  static Limit of(String column) {
    return Arrays.stream(values()).filter(it -> it.column.equals(column)).findFirst().orElseThrow();
  }

  /** {@return seconds; of NONE there are none} */
  double seconds() {
    return seconds;
  }

  Timeout timeout() {
    return Keywords.timeout(seconds);
  }
}

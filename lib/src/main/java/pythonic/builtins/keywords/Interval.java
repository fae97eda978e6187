package pythonic.builtins.keywords;

/**
 * The delay of a timer.
 *
 * @param seconds the delay in seconds
 */
public record Interval(double seconds) implements TimerKeyword {

  @Override
  public String keyword() {
    return "interval";
  }
}

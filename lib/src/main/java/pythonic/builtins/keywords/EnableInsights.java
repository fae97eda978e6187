package pythonic.builtins.keywords;

/**
 * Whether a pool notes what its workers do, and when. Not in Python.
 *
 * @param value whether it does
 */
public record EnableInsights(boolean value) implements PoolKeyword, ThreadPoolKeyword, ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "enable_insights";
  }
}

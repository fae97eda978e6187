package pythonic.builtins.keywords;

/**
 * How many threads a barrier gathers.
 *
 * @param count the number of threads
 */
public record Parties(int count) implements BarrierKeyword {

  @Override
  public String keyword() {
    return "parties";
  }
}

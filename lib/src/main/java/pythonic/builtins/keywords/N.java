package pythonic.builtins.keywords;

/**
 * How many permits are released, or how many waiters are notified.
 *
 * @param count the number
 */
public record N(int count) implements Keyword {

  @Override
  public String keyword() {
    return "n";
  }
}

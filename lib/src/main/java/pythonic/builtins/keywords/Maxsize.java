package pythonic.builtins.keywords;

/**
 * The bound of a queue.
 *
 * @param count the number of items, 0 or less for no bound
 */
public record Maxsize(int count) implements Keyword {

  @Override
  public String keyword() {
    return "maxsize";
  }
}

package pythonic.builtins.keywords;

/**
 * Whether a queue's {@code shutdown} drops the items that are left.
 *
 * @param value true to drop them
 */
public record Immediate(boolean value) implements Keyword {

  @Override
  public String keyword() {
    return "immediate";
  }
}

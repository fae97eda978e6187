package pythonic.builtins.keywords;

/**
 * Whether containers that are put into shared ones become shared ones too.
 *
 * @param value true for shared ones, false for copies
 */
public record Nested(boolean value) implements ManagerKeyword {

  @Override
  public String keyword() {
    return "nested";
  }
}

package pythonic.builtins.keywords;

/**
 * Whether objects of a registered type can be made by name.
 *
 * @param value true if they can
 */
public record CreateMethod(boolean value) implements RegisterKeyword {

  @Override
  public String keyword() {
    return "create_method";
  }
}

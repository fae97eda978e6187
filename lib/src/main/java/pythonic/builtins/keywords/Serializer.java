package pythonic.builtins.keywords;

/**
 * How messages of a manager are written.
 *
 * @param name {@code pickle}, the only one here
 */
public record Serializer(String name) implements ManagerKeyword {

  @Override
  public String keyword() {
    return "serializer";
  }
}

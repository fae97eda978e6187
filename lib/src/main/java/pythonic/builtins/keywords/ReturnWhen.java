package pythonic.builtins.keywords;

/**
 * When a wait for several futures ends.
 *
 * @param value a constant of {@code Futures}, such as {@code FIRST_COMPLETED}
 */
public record ReturnWhen(String value) implements WaitKeyword {

  @Override
  public String keyword() {
    return "return_when";
  }
}

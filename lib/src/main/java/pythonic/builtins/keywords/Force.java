package pythonic.builtins.keywords;

/**
 * Whether {@code set_start_method} may set it again.
 *
 * @param value true if it may
 */
public record Force(boolean value) implements Keyword {

  @Override
  public String keyword() {
    return "force";
  }
}

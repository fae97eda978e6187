package pythonic.builtins.keywords;

/**
 * Whether {@code get_start_method} may answer None, while no start method was set.
 *
 * @param value true for None
 */
public record AllowNone(boolean value) implements Keyword {

  @Override
  public String keyword() {
    return "allow_none";
  }
}

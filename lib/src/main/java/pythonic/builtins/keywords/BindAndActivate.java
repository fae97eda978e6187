package pythonic.builtins.keywords;

/**
 * Whether a server takes its address and begins to listen when it is made.
 *
 * @param value true if it does
 */
public record BindAndActivate(boolean value) implements Keyword {

  @Override
  public String keyword() {
    return "bind_and_activate";
  }
}

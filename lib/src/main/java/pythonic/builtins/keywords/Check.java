package pythonic.builtins.keywords;

/**
 * Whether an exit code that is not 0 is an error.
 *
 * @param value true if so
 */
public record Check(boolean value) implements RunKeyword {

  @Override
  public String keyword() {
    return "check";
  }
}

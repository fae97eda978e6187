package pythonic.builtins.keywords;

/**
 * Whether the arguments are for the shell.
 *
 * @param value true for the shell
 */
public record Shell(boolean value) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "shell";
  }
}

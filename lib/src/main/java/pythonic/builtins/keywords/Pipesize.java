package pythonic.builtins.keywords;

/**
 * How much the system holds in a pipe.
 *
 * @param bytes -1 for the usual; Java cannot set it
 */
public record Pipesize(int bytes) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "pipesize";
  }
}

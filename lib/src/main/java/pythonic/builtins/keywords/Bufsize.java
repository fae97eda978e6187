package pythonic.builtins.keywords;

/**
 * How much a pipe to a process holds back.
 *
 * @param bytes 0 for nothing, 1 for a line of text, -1 for the usual
 */
public record Bufsize(int bytes) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "bufsize";
  }
}

package pythonic.builtins.keywords;

/**
 * How Windows makes a process, which Java cannot say.
 *
 * @param bits must be 0
 */
public record Creationflags(int bits) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "creationflags";
  }
}

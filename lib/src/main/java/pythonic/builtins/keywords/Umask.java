package pythonic.builtins.keywords;

/**
 * Which rights the files do not have that a process makes.
 *
 * @param bits such as 0077, -1 for the same
 */
public record Umask(int bits) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "umask";
  }
}

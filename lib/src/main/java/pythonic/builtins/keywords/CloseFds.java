package pythonic.builtins.keywords;

/**
 * Whether a process gets none of the open files.
 *
 * @param value false makes no difference: Java passes none on
 */
public record CloseFds(boolean value) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "close_fds";
  }
}

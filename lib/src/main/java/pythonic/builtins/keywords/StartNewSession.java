package pythonic.builtins.keywords;

/**
 * Whether a process begins a session of its own.
 *
 * @param value true for one
 */
public record StartNewSession(boolean value) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "start_new_session";
  }
}

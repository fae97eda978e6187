package pythonic.builtins.keywords;

/**
 * Whether a process begins with the signals that Python ignores as the system has them.
 *
 * @param value false makes no difference
 */
public record RestoreSignals(boolean value) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "restore_signals";
  }
}

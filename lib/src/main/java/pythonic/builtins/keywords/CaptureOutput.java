package pythonic.builtins.keywords;

/**
 * Whether what a process writes is kept.
 *
 * @param value true to keep it
 */
public record CaptureOutput(boolean value) implements RunKeyword {

  @Override
  public String keyword() {
    return "capture_output";
  }
}

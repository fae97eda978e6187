package pythonic.builtins.keywords;

/**
 * Whether a thread is one of Java's virtual threads. Not in Python.
 *
 * @param value false for a thread of the operating system
 */
public record Virtual(boolean value) implements ThreadKeyword, TimerKeyword {

  @Override
  public String keyword() {
    return "virtual";
  }
}

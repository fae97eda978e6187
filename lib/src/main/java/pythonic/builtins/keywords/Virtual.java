package pythonic.builtins.keywords;

/**
 * Whether a thread, or those of an executor, are Java's virtual threads. Not in Python.
 *
 * @param value false for threads of the operating system
 */
public record Virtual(boolean value) implements ThreadKeyword, ThreadPoolExecutorKeyword, TimerKeyword {

  @Override
  public String keyword() {
    return "virtual";
  }
}

package pythonic.builtins.keywords;

/**
 * How the names of an executor's threads begin.
 *
 * @param value the prefix, empty for the default
 */
public record ThreadNamePrefix(String value) implements ThreadPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "thread_name_prefix";
  }
}

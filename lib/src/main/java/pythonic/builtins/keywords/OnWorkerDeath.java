package pythonic.builtins.keywords;

/**
 * What becomes of a task whose worker process ends in the middle of it. Not in Python.
 *
 * @param policy {@code fail}, {@code retry} or {@code break}
 */
public record OnWorkerDeath(String policy) implements PoolKeyword, ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "on_worker_death";
  }
}

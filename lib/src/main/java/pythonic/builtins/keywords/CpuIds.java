package pythonic.builtins.keywords;

import java.util.List;

/**
 * Which processors the worker processes of a pool run on. Not in Python.
 *
 * @param ids for each worker those that it may use; or one list for all
 */
public record CpuIds(List<List<Integer>> ids) implements PoolKeyword, ProcessPoolExecutorKeyword {

  /** Takes a copy. */
  public CpuIds {
    ids = ids.stream().map(List::copyOf).toList();
  }

  @Override
  public String keyword() {
    return "cpu_ids";
  }
}

package pythonic.builtins.keywords;

/**
 * Whether a bar on the terminal shows how far a pool has got. Not in Python.
 *
 * @param value whether it does
 */
public record ProgressBar(boolean value) implements ImapKeyword, MapKeyword, PoolMapKeyword {

  @Override
  public String keyword() {
    return "progress_bar";
  }
}

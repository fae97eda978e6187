package pythonic.builtins.keywords;

/**
 * How many calls travel to a worker process together.
 *
 * @param count the number
 */
public record Chunksize(int count) implements MapKeyword, PoolMapKeyword, PoolMapAsyncKeyword, ImapKeyword {

  @Override
  public String keyword() {
    return "chunksize";
  }
}

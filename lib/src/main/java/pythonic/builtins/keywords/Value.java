package pythonic.builtins.keywords;

/**
 * The initial value of a semaphore.
 *
 * @param count the number of permits
 */
public record Value(int count) implements Keyword {

  @Override
  public String keyword() {
    return "value";
  }
}

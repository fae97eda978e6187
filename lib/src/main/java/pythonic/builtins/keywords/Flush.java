package pythonic.builtins.keywords;

/**
 * Whether {@code print} flushes what it wrote.
 *
 * @param value true to flush
 */
public record Flush(boolean value) implements PrintKeyword {

  @Override
  public String keyword() {
    return "flush";
  }
}

package pythonic.builtins.keywords;

/**
 * Whether {@code put} or {@code get} waits.
 *
 * @param value false to raise at once
 */
public record Block(boolean value) implements PutKeyword, GetKeyword, ProcessAcquireKeyword {

  @Override
  public String keyword() {
    return "block";
  }
}

package pythonic.builtins.keywords;

/**
 * Whether {@code acquire} waits.
 *
 * @param value false to return at once
 */
public record Blocking(boolean value) implements AcquireKeyword {

  @Override
  public String keyword() {
    return "blocking";
  }
}

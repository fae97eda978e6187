package pythonic.builtins.keywords;

/**
 * Whether an executor's {@code shutdown} waits for the work to end.
 *
 * @param value false to return at once
 */
public record Wait(boolean value) implements ShutdownKeyword {

  @Override
  public String keyword() {
    return "wait";
  }
}

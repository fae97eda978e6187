package pythonic.builtins.keywords;

/**
 * Whether an executor's {@code shutdown} cancels what has not begun.
 *
 * @param value true to cancel
 */
public record CancelFutures(boolean value) implements ShutdownKeyword {

  @Override
  public String keyword() {
    return "cancel_futures";
  }
}

package pythonic.builtins.keywords;

/**
 * How long a manager's process has to end when it is told to.
 *
 * @param seconds the time in seconds
 */
public record ShutdownTimeout(double seconds) implements ManagerKeyword {

  @Override
  public String keyword() {
    return "shutdown_timeout";
  }
}

package pythonic.builtins.keywords;

/**
 * How many connections the system keeps that nobody has accepted yet.
 *
 * @param count the number
 */
public record Backlog(int count) implements ListenerKeyword, CreateServerKeyword {

  @Override
  public String keyword() {
    return "backlog";
  }
}

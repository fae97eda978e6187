package pythonic.builtins.keywords;

/**
 * Whether several servers may share a port.
 *
 * @param value true if they may
 */
public record ReusePort(boolean value) implements CreateServerKeyword {

  @Override
  public String keyword() {
    return "reuse_port";
  }
}

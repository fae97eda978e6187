package pythonic.builtins.keywords;

/**
 * Whether a connection that fails tells of all addresses that were tried.
 *
 * @param value true to tell of all
 */
public record AllErrors(boolean value) implements CreateConnectionKeyword {

  @Override
  public String keyword() {
    return "all_errors";
  }
}

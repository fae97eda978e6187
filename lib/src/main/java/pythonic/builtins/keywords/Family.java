package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The kind of a connection's address.
 *
 * @param name {@code AF_INET} or {@code AF_UNIX}, null to tell it by the address
 */
public record Family(@Nullable String name) implements ListenerKeyword, ClientKeyword {

  @Override
  public String keyword() {
    return "family";
  }
}

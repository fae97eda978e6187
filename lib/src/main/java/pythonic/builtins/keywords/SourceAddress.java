package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The address that a connection comes from.
 *
 * @param address an address of {@code pythonic.socket}, null for any
 */
public record SourceAddress(@Nullable Object address) implements CreateConnectionKeyword {

  @Override
  public String keyword() {
    return "source_address";
  }
}

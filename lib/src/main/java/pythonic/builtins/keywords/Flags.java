package pythonic.builtins.keywords;

/**
 * What getaddrinfo is to look at.
 *
 * @param bits such as {@code AI_PASSIVE}
 */
public record Flags(int bits) implements AddressInfoKeyword {

  @Override
  public String keyword() {
    return "flags";
  }
}

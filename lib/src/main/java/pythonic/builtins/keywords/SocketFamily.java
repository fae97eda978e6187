package pythonic.builtins.keywords;

/**
 * The family of a socket's addresses.
 *
 * @param number such as {@code AF_INET}
 */
public record SocketFamily(int number) implements SocketKeyword, AddressInfoKeyword, CreateServerKeyword {

  @Override
  public String keyword() {
    return "family";
  }
}

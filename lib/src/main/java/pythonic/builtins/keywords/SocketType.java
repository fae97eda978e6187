package pythonic.builtins.keywords;

/**
 * The kind of a socket.
 *
 * @param number such as {@code SOCK_STREAM}
 */
public record SocketType(int number) implements SocketKeyword, AddressInfoKeyword {

  @Override
  public String keyword() {
    return "type";
  }
}

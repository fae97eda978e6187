package pythonic.builtins.keywords;

/**
 * The protocol of a socket.
 *
 * @param number such as {@code IPPROTO_TCP}, 0 for the usual one
 */
public record Proto(int number) implements SocketKeyword, AddressInfoKeyword {

  @Override
  public String keyword() {
    return "proto";
  }
}

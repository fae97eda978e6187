package pythonic.builtins;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.AllErrors;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.builtins.keywords.Buffering;
import pythonic.builtins.keywords.DualstackIpv6;
import pythonic.builtins.keywords.Encoding;
import pythonic.builtins.keywords.Errors;
import pythonic.builtins.keywords.Fileno;
import pythonic.builtins.keywords.Flags;
import pythonic.builtins.keywords.Newline;
import pythonic.builtins.keywords.Proto;
import pythonic.builtins.keywords.ReusePort;
import pythonic.builtins.keywords.SocketFamily;
import pythonic.builtins.keywords.SocketType;
import pythonic.builtins.keywords.SourceAddress;

/** The keywords of sockets. */
abstract sealed class SocketKeywords permits ManagerKeywords {

  SocketKeywords() {}

  /**
   * {@code family=number} of a socket.
   *
   * @param number such as {@code AF_INET}
   * @return the keyword
   */
  public static SocketFamily family(int number) {
    return new SocketFamily(number);
  }

  /**
   * {@code type=number} of a socket.
   *
   * @param number such as {@code SOCK_STREAM}
   * @return the keyword
   */
  public static SocketType type(int number) {
    return new SocketType(number);
  }

  /**
   * {@code proto=number} of a socket.
   *
   * @param number such as {@code IPPROTO_TCP}, 0 for the usual one
   * @return the keyword
   */
  public static Proto proto(int number) {
    return new Proto(number);
  }

  /**
   * {@code fileno=number} of a socket.
   *
   * @param number of an open socket that is taken over, null for a new one
   * @return the keyword
   */
  public static Fileno fileno(@Nullable Integer number) {
    return new Fileno(number);
  }

  /**
   * {@code flags=bits} of getaddrinfo.
   *
   * @param bits such as {@code AI_PASSIVE}
   * @return the keyword
   */
  public static Flags flags(int bits) {
    return new Flags(bits);
  }

  /**
   * {@code reuse_port=value} of create_server.
   *
   * @param value true if several servers may share the port
   * @return the keyword
   */
  public static ReusePort reuse_port(boolean value) {
    return new ReusePort(value);
  }

  /**
   * {@code dualstack_ipv6=value} of create_server.
   *
   * @param value true if a server of IPv6 takes connections of IPv4 too
   * @return the keyword
   */
  public static DualstackIpv6 dualstack_ipv6(boolean value) {
    return new DualstackIpv6(value);
  }

  /**
   * {@code all_errors=value} of create_connection.
   *
   * @param value true to tell of all addresses that were tried
   * @return the keyword
   */
  public static AllErrors all_errors(boolean value) {
    return new AllErrors(value);
  }

  /**
   * {@code source_address=address} of create_connection.
   *
   * @param address an {@code Address} of {@code pythonic.socket}, null for any
   * @return the keyword
   */
  public static SourceAddress source_address(@Nullable Object address) {
    return new SourceAddress(address);
  }

  /**
   * {@code bind_and_activate=value} of a server.
   *
   * @param value true if it takes its address and listens when it is made
   * @return the keyword
   */
  public static BindAndActivate bind_and_activate(boolean value) {
    return new BindAndActivate(value);
  }

  /**
   * {@code buffering=size} of a file.
   *
   * @param size bytes, 0 for none, 1 for a line, null for the usual
   * @return the keyword
   */
  public static Buffering buffering(@Nullable Integer size) {
    return new Buffering(size);
  }

  /**
   * {@code encoding=name} of a file.
   *
   * @param name such as {@code utf-8}, null for the usual
   * @return the keyword
   */
  public static Encoding encoding(@Nullable String name) {
    return new Encoding(name);
  }

  /**
   * {@code errors=name} of a file.
   *
   * @param name {@code strict}, {@code ignore} or {@code replace}, null for strict
   * @return the keyword
   */
  public static Errors errors(@Nullable String name) {
    return new Errors(name);
  }

  /**
   * {@code newline=value} of a file.
   *
   * @param value an end of line, empty for all untranslated, null for all
   * @return the keyword
   */
  public static Newline newline(@Nullable String value) {
    return new Newline(value);
  }
}

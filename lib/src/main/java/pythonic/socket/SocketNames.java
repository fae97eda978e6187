package pythonic.socket;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.keywords.AddressInfoKeyword;
import pythonic.builtins.keywords.Flags;
import pythonic.builtins.keywords.Proto;
import pythonic.builtins.keywords.SocketFamily;
import pythonic.builtins.keywords.SocketType;
import pythonic.internal.calls.Given;
import pythonic.internal.errors.SystemError;

/**
 * Names of hosts, services and interfaces; a program finds these functions in {@link Socket}, as
 * {@code Socket.gethostbyname("localhost")}. Java keeps what it has found for some seconds.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#other-functions">Python: functions of socket</a>
 */
public abstract sealed class SocketNames extends SocketNumbers permits SocketModule {

  SocketNames() {}

  /**
   * {@return the ways to reach a host}
   *
   * @param host a name or a number, None for this machine
   * @param port a number, the name of a service, or None
   * @param keywords {@code family} (any), {@code type} (any), {@code proto} (any), {@code flags} (none)
   * @throws Gaierror if there is none
   */
  public static List<AddressInfo> getaddrinfo(@Nullable String host, @Nullable Object port, AddressInfoKeyword... keywords) {
    SocketFamily family = Given.find("getaddrinfo", keywords, SocketFamily.class);
    SocketType type = Given.find("getaddrinfo", keywords, SocketType.class);
    Proto proto = Given.find("getaddrinfo", keywords, Proto.class);
    Flags flags = Given.find("getaddrinfo", keywords, Flags.class);
    return Lookup.addresses(host, port, family == null ? AF_UNSPEC : family.number(), type == null ? 0 : type.number(),
        proto == null ? 0 : proto.number(), flags == null ? 0 : flags.bits());
  }

  /** {@return the ways to reach a host by a family and a type of sockets} 0 stands for any. Raises what the form with keywords does. */
  public static List<AddressInfo> getaddrinfo(@Nullable String host, @Nullable Object port, int family, int type) {
    return Lookup.addresses(host, port, family, type, 0, 0);
  }

  /** {@return the ways to reach a host} 0 stands for any. Raises what the form with keywords does. */
  public static List<AddressInfo> getaddrinfo(@Nullable String host, @Nullable Object port, int family, int type, int proto, int flags) {
    return Lookup.addresses(host, port, family, type, proto, flags);
  }

  /**
   * {@return the address of IPv4 of a host, such as {@code 127.0.0.1}}
   *
   * @param hostname a name or a number, empty for any of this machine's
   * @throws Gaierror if there is none
   */
  public static String gethostbyname(String hostname) {
    return Resolver.host(hostname, AF_INET).getHostAddress();
  }

  /** {@return the name of a host and its addresses of IPv4} Raises what {@link #gethostbyname} does. */
  public static HostInfo gethostbyname_ex(String hostname) {
    return new HostInfo(hostname, List.of(), Resolver.hosts(hostname, AF_INET).stream().map(InetAddress::getHostAddress).toList());
  }

  /**
   * {@return the name of a host and its address}
   *
   * @param ip_address a number, or a name
   * @throws Herror if the number has no name
   * @throws Gaierror if there is no such host
   */
  public static HostInfo gethostbyaddr(String ip_address) {
    InetAddress address = Resolver.hosts(ip_address, AF_UNSPEC).getFirst();
    String name = Lookup.name(address);
    if (name == null) {
      throw new Herror(1, "Unknown host");
    }
    return new HostInfo(name, List.of(), List.of(Resolver.number(address)));
  }

  /**
   * {@return the names of an address}
   *
   * @param sockaddr a number and a port
   * @param flags of {@code NI_NUMERICHOST} and kin
   * @throws Gaierror if the host is not a number, or has no name and needs one
   */
  public static NameInfo getnameinfo(Address sockaddr, int flags) {
    return Lookup.names(sockaddr, flags);
  }

  /** {@return the name of this machine} */
  public static String gethostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) { // it has a name that nobody finds; the text begins with it
      String text = e.getMessage() == null ? "localhost" : e.getMessage();
      return text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':'));
    }
  }

  /** {@return the full name of this machine} */
  public static String getfqdn() {
    return getfqdn("");
  }

  /** {@return the full name of a host, its name as given if there is none} An empty name is this machine's. */
  public static String getfqdn(String name) {
    String host = name.isEmpty() || name.equals("0.0.0.0") || name.equals("::") ? gethostname() : name;
    try {
      return gethostbyaddr(host).hostname();
    } catch (OSError e) {
      return host;
    }
  }

  /**
   * {@return the number of a protocol, such as 6 of {@code tcp}}
   *
   * @param protocolname its name
   * @throws OSError if the system knows none of that name
   */
  public static int getprotobyname(String protocolname) {
    Integer number = Protocols.number(protocolname);
    if (number == null) {
      throw new OSError("protocol not found");
    }
    return number;
  }

  /** {@return the port of a service, such as 80 of {@code http}} Raises what {@link #getservbyname(String, String)} does. */
  public static int getservbyname(String servicename) {
    return getservbyname(servicename, null);
  }

  /**
   * {@return the port of a service}
   *
   * @param servicename its name
   * @param protocolname {@code tcp} or {@code udp}, None for any
   * @throws OSError if the system knows none of that name
   */
  public static int getservbyname(String servicename, @Nullable String protocolname) {
    Integer port = Services.port(servicename, protocolname);
    if (port == null) {
      throw new OSError("service/proto not found");
    }
    return port;
  }

  /** {@return the name of a service, such as {@code http} of 80} Raises what {@link #getservbyport(int, String)} does. */
  public static String getservbyport(int port) {
    return getservbyport(port, null);
  }

  /**
   * {@return the name of a service}
   *
   * @param port its port
   * @param protocolname {@code tcp} or {@code udp}, None for any
   * @throws OSError if the system knows no name of it
   * @throws OverflowError if there is no such port
   */
  public static String getservbyport(int port, @Nullable String protocolname) {
    if (port < 0 || port > 0xffff) {
      throw new OverflowError("getservbyport: port must be 0-65535.");
    }
    String name = Services.name(port, protocolname);
    if (name == null) {
      throw new OSError("port/proto not found");
    }
    return name;
  }

  /** {@return the network interfaces by their numbers; Java tells of those that are up or have an address} */
  public static List<Interface> if_nameindex() {
    try {
      return NetworkInterface.networkInterfaces().map(it -> new Interface(it.getIndex(), it.getName()))
          .sorted(Comparator.comparingInt(Interface::index)).toList();
    } catch (SocketException e) {
      throw SystemError.of(e);
    }
  }

  /**
   * {@return the number of a network interface}
   *
   * @throws OSError if there is none of that name
   */
  public static int if_nametoindex(String if_name) {
    return if_nameindex().stream().filter(it -> it.name().equals(if_name)).findFirst().map(Interface::index)
        .orElseThrow(() -> new OSError("no interface with this name"));
  }

  /**
   * {@return the name of a network interface}
   *
   * @throws OSError if there is none of that number
   */
  public static String if_indextoname(int if_index) {
    if (if_index < 0) {
      throw new OverflowError("can't convert negative value to unsigned int");
    }
    return if_nameindex().stream().filter(it -> it.index() == if_index).findFirst().map(Interface::name)
        .orElseThrow(SystemError.ENXIO::raised);
  }
}

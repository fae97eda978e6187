package pythonic.socket;

import pythonic.builtins.Builtins;

/**
 * One way to reach a host: Python's {@code (family, type, proto, canonname, sockaddr)}.
 *
 * @param family such as {@code AF_INET}
 * @param type such as {@code SOCK_STREAM}
 * @param proto such as {@code IPPROTO_TCP}
 * @param canonname the host's name, empty unless asked for
 * @param sockaddr the address
 */
public record AddressInfo(int family, int type, int proto, String canonname, Address sockaddr) {

  /** {@return the parts as Python's tuple, with families and types as numbers} */
  @Override
  public String toString() {
    return "(" + family + ", " + type + ", " + proto + ", " + Builtins.repr(canonname) + ", " + sockaddr + ")";
  }
}

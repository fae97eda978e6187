package pythonic.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.DatagramTransport;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.StreamTransport;
import pythonic.internal.sockets.SystemTransport;
import pythonic.internal.sockets.Transport;

/** The kinds of sockets that there are. */
final class Kinds {

  private Kinds() {}

  /** {@return a type without what is no part of it} */
  static int plain(int type) {
    return type & ~(Socket.SOCK_NONBLOCK | Socket.SOCK_CLOEXEC);
  }

  /** {@return a new socket} */
  static Descriptor open(int family, int givenType, int proto) {
    int type = plain(givenType);
    StandardProtocolFamily protocolFamily = Resolver.protocolFamily(family);
    try {
      return new Descriptor(new OpenSocket(family, type, proto, transport(protocolFamily, type, proto)));
    } catch (IOException e) {
      throw SystemError.of(e);
    } catch (UnsupportedOperationException e) { // a system without it
      throw (OSError) SystemError.EAFNOSUPPORT.raised().initCause(e);
    }
  }

  private static Transport transport(StandardProtocolFamily family, int type, int proto) throws IOException {
    boolean isUnix = family == StandardProtocolFamily.UNIX;
    if (type == Socket.SOCK_STREAM && (proto == 0 || proto == (isUnix ? Socket.AF_UNIX : Socket.IPPROTO_TCP))) {
      return new StreamTransport(family);
    }
    if (type == Socket.SOCK_DGRAM && !isUnix && (proto == 0 || proto == Socket.IPPROTO_UDP)) {
      return new DatagramTransport(family);
    }
    return new SystemTransport(number(family), type, proto);
  }

  private static int number(StandardProtocolFamily family) {
    return switch (family) {
      case INET -> Socket.AF_INET;
      case INET6 -> Socket.AF_INET6;
      case UNIX -> Socket.AF_UNIX;
    };
  }
}

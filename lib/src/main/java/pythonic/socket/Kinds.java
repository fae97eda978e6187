package pythonic.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.DatagramTransport;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.OpenSocket;
import pythonic.internal.sockets.StreamTransport;
import pythonic.internal.sockets.Transport;

/** The kinds of sockets that there are. */
final class Kinds {

  private Kinds() {}

  /** {@return a new socket} */
  static Descriptor open(int family, int type, int proto) {
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
    return switch (type) {
      case Socket.SOCK_STREAM -> {
        requireProtocol(proto, isUnix ? Socket.AF_UNIX : Socket.IPPROTO_TCP);
        yield new StreamTransport(family);
      }
      case Socket.SOCK_DGRAM -> {
        requireProtocol(proto, isUnix ? Socket.AF_UNIX : Socket.IPPROTO_UDP);
        if (isUnix) {
          throw SystemError.ESOCKTNOSUPPORT.raised();
        }
        yield new DatagramTransport(family);
      }
      case Socket.SOCK_RAW, Socket.SOCK_RDM, Socket.SOCK_SEQPACKET -> throw SystemError.ESOCKTNOSUPPORT.raised();
      default -> throw SystemError.EINVAL.raised();
    };
  }

  private static void requireProtocol(int given, int usual) {
    if (given != 0 && given != usual) {
      throw SystemError.EPROTONOSUPPORT.raised();
    }
  }
}

package pythonic.socketserver;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Function0;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/** The child's side of a relay. */
final class ChildSide {

  private ChildSide() {}

  /** Serves one request, in a process of its own, and tells of what the handler throws as a server does. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the parent's compiler has seen that handler and request fit
  static void serve(Function0<? extends BaseRequestHandler> handlers, String relay, Address client, byte @Nullable [] datagram)
      throws Exception {
    try (var link = new Socket(Socket.AF_UNIX, Socket.SOCK_STREAM)) {
      link.connect(relay);
      try {
        if (datagram == null) {
          handlers.call().serve(link, client, null);
        } else {
          try (var answers = new Answers(link)) {
            handlers.call().serve(new DatagramRequest(datagram, answers), client, null);
          }
        }
      } catch (Exception e) {
        ErrorReport.write(e, client);
      }
    }
  }

  /** A socket of datagrams whose datagrams are sent by the parent, from the server's address. */
  private static final class Answers extends Socket {

    private final Socket link;

    Answers(Socket link) {
      super(Socket.AF_INET, Socket.SOCK_DGRAM);
      this.link = link;
    }

    @Override
    public int sendto(byte[] data, Address address) {
      byte[] host = Builtins.encode(address.host());
      ByteBuffer message = ByteBuffer.allocate(3 * Integer.BYTES + host.length + data.length);
      link.sendall(message.putInt(host.length).putInt(address.port()).putInt(data.length).put(host).put(data).array());
      return data.length;
    }

    @Override
    public int sendto(byte[] data, int flags, Address address) {
      return sendto(data, address);
    }

    @Override
    public int sendto(byte[] data, String address) {
      return sendto(data, new Address(address, Address.PATH));
    }

    @Override
    public int sendto(byte[] data, int flags, String address) {
      return sendto(data, new Address(address, Address.PATH));
    }
  }
}

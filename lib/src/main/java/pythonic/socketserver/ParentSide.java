package pythonic.socketserver;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.nio.ByteBuffer;
import pythonic.builtins.Builtins;
import pythonic.builtins.OSError;
import pythonic.multiprocessing.Process;
import pythonic.socket.Address;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;
import pythonic.threading.Thread;

/** The parent's side of a relay: a connection's bytes pass in both directions, a datagram's answers in one. */
final class ParentSide {

  private static final int AT_ONCE = 65_536;
  private static final int INT = 4;

  private ParentSide() {}

  /** Serves until the child has ended: what comes for it then has no reader, as when its connection were its own. */
  static void serve(Socket relay, Object request, Process child) {
    Socket link;
    try {
      link = relay.accept().conn();
    } catch (OSError e) {
      return; // the child has died before it came
    }
    try (link) {
      if (request instanceof Socket client) {
        var inward = new Thread(target(() -> pass(client, link)), daemon(true), virtual(true));
        inward.start();
        pass(link, client);
        child.join(); // one that sends no more may still read
        end(client, Socket.SHUT_RD);
        inward.join();
      } else if (request instanceof DatagramRequest datagram) {
        answer(link, datagram.socket());
      }
    }
  }

  /** Passes on what comes, and at last its end. One that cannot be passed on ends both directions. */
  private static void pass(Socket from, Socket to) {
    try {
      for (byte[] data = from.recv(AT_ONCE); data.length > 0; data = from.recv(AT_ONCE)) {
        to.sendall(data);
      }
      to.shutdown(Socket.SHUT_WR);
    } catch (OSError e) {
      end(from, Socket.SHUT_RDWR);
      end(to, Socket.SHUT_RDWR);
    }
  }

  private static void end(Socket socket, int how) {
    try {
      socket.shutdown(how);
    } catch (OSError e) {
      // It has ended by itself.
    }
  }

  /** Sends the datagrams that the child has given, each with its address: three lengths, and what they are of. */
  private static void answer(Socket link, Socket server) {
    try (SocketFile<byte[]> in = link.makefile("rb")) {
      while (true) {
        byte[] head = in.read(3 * INT);
        if (head.length < 3 * INT) {
          return;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head);
        String host = Builtins.decode(in.read(numbers.getInt()));
        int port = numbers.getInt();
        server.sendto(in.read(numbers.getInt()), new Address(host, port));
      }
    }
  }
}

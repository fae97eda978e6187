package pythonic.jcstress.sockets;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.socket.Socket;
import pythonic.socketserver.BaseRequestHandler;
import pythonic.socketserver.TCPServer;

/**
 * A thread serves for ever while another shuts the server down, before the first has begun or later: both end.
 * A shutdown that is lost shows as a test that does not end.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ServerShutdownAgainstServeForever}
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One of them did not.")
@State
public class ServerShutdownAgainstServeForever {

  /** Is never called: nobody connects. */
  private static final class Handler extends BaseRequestHandler<Socket> {}

  private final TCPServer server = new TCPServer(Socket.address("127.0.0.1", 0), Handler::new);

  /** Serves, until it is to end. */
  @Actor
  public void server(II_Result result) {
    server.serve_forever();
    result.r1 = 1;
  }

  /** Shuts down. */
  @Actor
  public void closer(II_Result result) {
    server.shutdown();
    result.r2 = 1;
  }

  /** Lets go of the port. */
  @Arbiter
  public void arbiter() {
    server.server_close();
  }
}

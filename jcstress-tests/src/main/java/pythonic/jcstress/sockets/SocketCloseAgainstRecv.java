package pythonic.jcstress.sockets;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.OSError;
import pythonic.socket.Socket;
import pythonic.socket.SocketPair;

/**
 * A thread receives from a socket that another closes: it is told, whether it waits already or comes too late, and the
 * system has let go of the socket afterwards: its peer sees the end.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SocketCloseAgainstRecv}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "It was told, and the peer as well.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It waited on, got what nobody sent, or the socket stayed open.")
@State
public class SocketCloseAgainstRecv {

  private static final int BAD_DESCRIPTOR = 9; // EBADF

  private final SocketPair pair = Socket.socketpair();

  /** What waits for ever otherwise fails after a time. */
  public SocketCloseAgainstRecv() {
    pair.a().settimeout(20.0);
    pair.b().settimeout(20.0);
  }

  /** Receives, though nobody sends. */
  @Actor
  public void receiver(II_Result result) {
    try {
      result.r1 = 10 + pair.a().recv(1).length;
    } catch (OSError e) {
      result.r1 = Integer.valueOf(BAD_DESCRIPTOR).equals(e.errno()) ? 1 : 2;
    }
  }

  /** Closes. */
  @Actor
  public void closer() {
    pair.a().close();
  }

  /** The peer. */
  @Arbiter
  public void peer(II_Result result) {
    result.r2 = pair.b().recv(1).length;
    pair.b().close();
  }
}

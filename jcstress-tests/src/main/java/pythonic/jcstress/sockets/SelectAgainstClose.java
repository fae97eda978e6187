package pythonic.jcstress.sockets;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.select.Select;
import pythonic.socket.Socket;
import pythonic.socket.SocketPair;

/**
 * A thread selects a socket that another closes: it is told, whether it waits already or comes too late, and the system
 * has let go of the socket afterwards: its peer sees the end.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SelectAgainstClose}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The socket was closed before.")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "The socket was closed meanwhile.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It waited on, was told of what nobody sent, or the socket stayed open.")
@State
public class SelectAgainstClose {

  private static final int BAD_DESCRIPTOR = 9; // EBADF

  private final SocketPair pair = Socket.socketpair();

  /** What waits for ever otherwise fails after a time. */
  public SelectAgainstClose() {
    pair.b().settimeout(20.0);
  }

  /** Selects, though nobody sends. */
  @Actor
  public void selector(II_Result result) {
    try {
      result.r1 = 10 + Select.select(List.of(pair.a()), List.of(), List.of(), 20.0).rlist().size();
    } catch (ValueError e) {
      result.r1 = 1;
    } catch (OSError e) {
      result.r1 = Integer.valueOf(BAD_DESCRIPTOR).equals(e.errno()) ? 2 : 3;
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

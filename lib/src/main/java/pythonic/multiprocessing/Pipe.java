package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.keywords.Duplex;
import pythonic.multiprocessing.connection.Connection;

/**
 * Two connections, whose ends are each other: what is sent by one is received by the other. Each may be handed to processes
 * when they are started, as an argument. Who receives is told of the end when all processes have closed the other end, by
 * {@code close} or by their own end: so close here what only a child is to use. At most 64 KiB of short messages and 1 MiB
 * of long ones wait in it each way; who sends more waits for the receiver.
 *
 * <p>A process that is killed while it sends leaves no half message: the receiver gets the next one, or the end.
 *
 * @param conn1 one end; if the pipe is not duplex, the one that receives
 * @param conn2 the other end; if the pipe is not duplex, the one that sends
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Pipe">Python: multiprocessing.Pipe</a>
 */
public record Pipe(Connection conn1, Connection conn2) implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** A pipe whose ends both send and receive. */
  public Pipe() {
    this(true);
  }

  /**
   * A pipe.
   *
   * @param duplex whether both ends send and receive; else {@code conn1} receives and {@code conn2} sends
   */
  public Pipe(boolean duplex) {
    this(Connection.Pipe(duplex));
  }

  /** A pipe, as {@link #Pipe(boolean)} makes it. */
  public Pipe(Duplex duplex) {
    this(duplex.value());
  }

  private Pipe(Pipe made) {
    this(made.conn1, made.conn2);
  }

  /** {@return Python's repr of a tuple of two} */
  @Override
  public String toString() {
    return "(" + conn1 + ", " + conn2 + ")";
  }
}

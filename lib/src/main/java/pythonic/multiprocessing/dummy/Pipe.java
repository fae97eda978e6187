package pythonic.multiprocessing.dummy;

import pythonic.builtins.keywords.Duplex;

/** Two ends that are connected to each other, for threads. */
public final class Pipe {

  private final Connection conn1;
  private final Connection conn2;

  /** A pipe in both directions. */
  public Pipe() {
    this(true);
  }

  /** A pipe, in both directions in any case: as in Python, whether it is {@code duplex} makes no difference. */
  public Pipe(Duplex duplex) {
    this(duplex.value());
  }

  /** A pipe, in both directions in any case: as in Python, whether it is {@code duplex} makes no difference. */
  @SuppressWarnings("unused") // as the comment says
  public Pipe(boolean duplex) {
    var there = new Connection.Way();
    var back = new Connection.Way();
    conn1 = new Connection(there, back);
    conn2 = new Connection(back, there);
  }

  /** {@return the first end} */
  public Connection conn1() {
    return conn1;
  }

  /** {@return the second end} */
  public Connection conn2() {
    return conn2;
  }
}

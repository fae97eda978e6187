package pythonic.multiprocessing.dummy;

/** Two ends that are connected to each other, for threads. */
public final class Pipe {

  private final Connection conn1;
  private final Connection conn2;

  /** A pipe in both directions. */
  public Pipe() {
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

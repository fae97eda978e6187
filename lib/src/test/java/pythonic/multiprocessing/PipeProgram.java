package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.io.Serial;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.EOFError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.multiprocessing.connection.Connection;

/** Programs whose processes talk through pipes. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class PipeProgram {

  private static final int LARGE = 100 << 20;

  private PipeProgram() {}

  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "family" -> family();
      case "ends" -> ends();
      case "killed" -> killed();
      case "large" -> large();
      case "refused" -> refused();
      case "many" -> many();
      case "wait" -> waitForAll();
      case "kills" -> PipeKills.run(arguments[1], Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static String end(Connection connection) {
    try {
      return "got " + connection.recv();
    } catch (EOFError e) {
      return "end";
    }
  }

  /** A process with a connection among its fields. */
  static final class Echo extends Process {

    @Serial private static final long serialVersionUID = 1L;

    private final Connection connection;

    Echo(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void run() {
      connection.send(connection.recv());
    }
  }

  // An argument, in a list, a field, to a grandchild, a whole pipe.
  private static void family() {
    var pipe = new Pipe();
    var child = new Process(target(PipeProgram::child), args(List.of(pipe.conn2(), pipe.conn2())));
    child.start();
    pipe.conn2().close();
    pipe.conn1().send("hello");
    print(pipe.conn1().recv(), pipe.conn1().recv(), end(pipe.conn1()));
    child.join();
    var other = new Pipe();
    var echo = new Echo(other.conn2());
    echo.start();
    other.conn1().send(List.of(1, "a"));
    print(other.conn1().recv());
    echo.join();
    print(other.conn1().poll()); // this process itself has the other end open
    var whole = new Process(target(PipeProgram::sendToItself), args(other));
    whole.start();
    whole.join();
    print(child.exitcode(), echo.exitcode(), whole.exitcode());
  }

  static void child(List<Connection> connections) {
    Connection connection = connections.getFirst();
    print("one and the same", connection.equals(connections.get(1)));
    var grandchild = new Process(target(PipeProgram::grandchild), args(connection));
    grandchild.start();
    grandchild.join();
    connection.send("child");
  }

  static void grandchild(Connection connection) {
    connection.send(connection.recv() + " from the grandchild");
  }

  static void sendToItself(Pipe pipe) {
    pipe.conn1().send("itself");
    print(pipe.conn2().recv(), pipe.conn1().closed());
  }

  // Who has an end open decides: also the child that has not yet begun, and not the one that could not be started.
  private static void ends() {
    var pipe = new Pipe(false);
    var child = new Process(target(PipeProgram::sendOne), args(pipe.conn2()));
    child.start();
    pipe.conn2().close();
    print(pipe.conn1().recv(), end(pipe.conn1()), pipe.conn1().poll());
    child.join();
    var failed = new Pipe(false);
    try {
      new Process(target(PipeProgram::sendOne), args(failed.conn2(), new Object())).start();
    } catch (TypeError e) {
      print("refused");
    }
    failed.conn2().close();
    print(end(failed.conn1()));
    var unread = new Pipe(false);
    var reader = new Process(target(PipeProgram::receiveOne), args(unread.conn1()));
    reader.start();
    unread.conn1().close();
    unread.conn2().send("last");
    reader.join();
    try {
      unread.conn2().send("nobody");
    } catch (BrokenPipeError e) {
      print(e.getMessage());
    }
  }

  static void sendOne(Connection connection) {
    connection.send("one");
  }

  static void receiveOne(Connection connection) {
    print(connection.recv());
  }

  private static Process start(pythonic.builtins.functions.Procedure1<Connection> run, Connection connection) {
    var process = new Process(target(run), args(connection), daemon(true));
    process.start();
    return process;
  }

  static void hold(Connection connection) {
    connection.send("ready");
    LockSupport.park();
  }

  static void sendForEver(Connection connection) {
    connection.send("ready");
    connection.send_bytes(new byte[LARGE]);
  }

  // The last holder of an end is killed: while it does nothing, and in the middle of a message.
  private static void killed() {
    var idle = new Pipe();
    Process holder = start(PipeProgram::hold, idle.conn2());
    idle.conn2().close();
    print(idle.conn1().recv());
    holder.kill();
    print(end(idle.conn1()));
    try {
      idle.conn1().send(1);
    } catch (BrokenPipeError e) {
      print(e.getMessage());
    }
    var torn = new Pipe(false);
    Process sender = start(PipeProgram::sendForEver, torn.conn2());
    print(torn.conn1().recv(), torn.conn1().poll(60.0));
    sender.kill();
    sender.join();
    var next = new Thread(() -> { // which has to wait for room
      torn.conn2().send("next");
      torn.conn2().close();
    });
    next.start();
    print(torn.conn1().recv(), end(torn.conn1()));
    var full = new Pipe();
    Process reader = start(PipeProgram::hold, full.conn2());
    full.conn2().close();
    print(full.conn1().recv());
    var killer = new Thread(() -> {
      pythonic.time.Time.sleep(0.2);
      reader.kill();
    });
    killer.start();
    try {
      full.conn1().send_bytes(new byte[LARGE]);
    } catch (BrokenPipeError e) {
      print(e.getMessage());
    }
  }

  static void echo(Connection connection) {
    connection.send_bytes(connection.recv_bytes());
  }

  private static void large() {
    var pipe = new Pipe();
    Process echo = start(PipeProgram::echo, pipe.conn2());
    pipe.conn2().close();
    var large = new byte[LARGE];
    new java.util.Random(1).nextBytes(large);
    pipe.conn1().send_bytes(large);
    print(java.util.Arrays.equals(pipe.conn1().recv_bytes(), large), end(pipe.conn1()));
    echo.join();
  }

  private static void refused() {
    var pipe = new Pipe();
    try {
      pipe.conn1().send(pipe.conn2());
    } catch (RuntimeError e) {
      print(e.getMessage());
    }
    pipe.conn2().close();
    try {
      start(PipeProgram::hold, pipe.conn2());
    } catch (pythonic.builtins.OSError e) {
      print(e.getMessage());
    }
  }

  // More than one heap holds, made, used and forgotten.
  private static void many() {
    for (int i = 0; i < 600; i++) {
      var pipe = new Pipe();
      pipe.conn1().send(i);
      if (i % 200 == 0) {
        print(pipe.conn2().recv());
      }
    }
  }

  // Python's example: messages from several processes until all have ended, and their sentinels.
  private static void waitForAll() {
    var ready = new java.util.ArrayList<AutoCloseable>();
    for (int i = 0; i < 3; i++) {
      var pipe = new Pipe(false);
      ready.add(pipe.conn1());
      start(PipeProgram::sendOne, pipe.conn2());
      pipe.conn2().close();
    }
    int messages = 0;
    while (!ready.isEmpty()) {
      for (AutoCloseable one : Connection.wait_(List.copyOf(ready))) {
        var connection = (Connection) one;
        try {
          connection.recv();
          messages++;
        } catch (EOFError e) {
          ready.remove(connection);
        }
      }
    }
    print(messages);
    var pipe = new Pipe();
    Process holder = start(PipeProgram::hold, pipe.conn2());
    List<Object> both = List.of(holder.sentinel(), pipe.conn1());
    print(Connection.wait_(both).equals(List.of(pipe.conn1())), pipe.conn1().recv());
    print(Connection.wait_(both, 0.05));
    holder.kill();
    print(Connection.wait_(both).equals(List.of(holder.sentinel())));
  }
}

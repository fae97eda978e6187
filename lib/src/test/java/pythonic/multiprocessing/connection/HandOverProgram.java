package pythonic.multiprocessing.connection;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import pythonic.builtins.EOFError;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.multiprocessing.Process;
import pythonic.socket.Address;

/** A connection of a listener is handed to a process, which serves it, and to a process of that. */
@SuppressWarnings("DoNotCallSuggester") // written as a user would write it
public final class HandOverProgram {

  private static final byte[] KEY = {1, 2, 3};
  private static final int LARGE = 3 << 20;

  private HandOverProgram() {}

  public static void main(String[] arguments) {
    var listener = new Listener(authkey(KEY));
    CompletableFuture<Connection> accepting = CompletableFuture.supplyAsync(listener::accept);
    Connection client = Connection.Client((String) listener.address(), authkey(KEY));
    Connection accepted = accepting.join();
    try {
      client.send(accepted);
    } catch (RuntimeError e) {
      print(e.getMessage());
    }
    client.send("before it was handed over");
    print(accepted.recv());
    client.send("first");
    var process = new Process(target(HandOverProgram::serve), args(accepted));
    process.start();
    accepted.close();
    print(client.recv());
    client.send(new Address("host", 7)); // more than plain data: the key was proved
    print(client.recv());
    client.send_bytes(new byte[LARGE]);
    print(client.recv_bytes().length);
    print(client.recv(), client.poll(10.0));
    process.join();
    try {
      client.recv();
    } catch (EOFError e) {
      print("end", process.exitcode());
    }
    client.close();
    gone(listener);
    last(listener);
  }

  static void serve(Connection connection) {
    connection.send(connection.recv() + " in a child");
    connection.send(((Address) connection.recv()).host());
    connection.send_bytes(connection.recv_bytes());
    var process = new Process(target(HandOverProgram::goOn), args(List.of(connection)));
    process.start();
    connection.close();
    process.join();
  }

  static void goOn(List<Connection> connections) {
    connections.getFirst().send("in a grandchild");
  }

  // The other end is closed: the child is told.
  private static void gone(Listener listener) {
    CompletableFuture<Connection> accepting = CompletableFuture.supplyAsync(listener::accept);
    Connection client = Connection.Client((String) listener.address(), authkey(KEY));
    Connection accepted = accepting.join();
    var process = new Process(target(HandOverProgram::untilTheEnd), args(accepted));
    process.start();
    client.send("last");
    client.close();
    process.join();
    print(process.exitcode());
    accepted.close();
    try {
      accepted.send(1);
    } catch (OSError e) {
      print(e.getMessage());
    }
  }

  static void untilTheEnd(Connection connection) {
    print(connection.recv());
    try {
      connection.recv();
    } catch (EOFError e) {
      print("told of the end");
    }
  }

  // What a child has sent last arrives, though the program ends at once.
  private static void last(Listener listener) {
    CompletableFuture<Connection> accepting = CompletableFuture.supplyAsync(listener::accept);
    Connection client = Connection.Client((String) listener.address(), authkey(KEY));
    Connection accepted = accepting.join();
    listener.close();
    Process reader = new Process(target(HandOverProgram::read), args(client));
    reader.start();
    client.close();
    Process sender = new Process(target(HandOverProgram::sendMany), args(accepted));
    sender.start();
    accepted.close();
  }

  static void sendMany(Connection connection) {
    for (int i = 0; i < 1000; i++) {
      connection.send(i);
    }
  }

  static void read(Connection connection) {
    int count = 0;
    try {
      while (true) {
        connection.recv();
        count++;
      }
    } catch (EOFError e) {
      print(count);
    }
  }
}

// Lesson 28: objects that a second program uses, and messages between two programs
//
// A manager serves on an address. Whoever knows the address and the authkey connects; whoever does not is refused.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson28.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.List;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.connection.Connection;
import pythonic.multiprocessing.connection.Listener;
import pythonic.multiprocessing.managers.BaseManager;
import pythonic.multiprocessing.managers.QueueProxy;
import pythonic.queue.Queue;
import pythonic.socket.Address;
import pythonic.threading.Thread;

public class Lesson28 {

  static final byte[] KEY = encode("abracadabra");
  static final Queue<Integer> tasks = new Queue<>();
  static final Queue<String> answers = new Queue<>();

  static class ServedManager extends BaseManager {
    ServedManager(Address address, byte[] key) {
      super(address, authkey(key));
      register("get_tasks", () -> tasks);
      register("get_answers", () -> answers);
    }
  }

  static class RemoteManager extends BaseManager {
    RemoteManager(Address address, byte[] key) {
      super(address, authkey(key));
      register("get_tasks", proxytype(QueueProxy.class));
      register("get_answers", proxytype(QueueProxy.class));
    }
  }

  static void second_program(Address address) {
    var manager = new RemoteManager(address, KEY);
    manager.connect();
    QueueProxy<Integer> tasks = manager.create("get_tasks");
    QueueProxy<String> answers = manager.create("get_answers");
    for (var _ : range(3)) {
      int n = tasks.get();
      answers.put(n + " squared is " + n * n);
    }
  }

  static void stranger(Address address) {
    var manager = new RemoteManager(address, encode("guess"));
    try {
      manager.connect();
    } catch (AuthenticationError e) {
      print("a stranger is refused:", e);
    }
  }

  static void caller(Address address) {
    try (var connection = Connection.Client(address, authkey(KEY))) {
      connection.send(List.of("hello", 28));
      print("the caller received:", connection.recv());
    }
  }

  static void main() {
    var server = new ServedManager(new Address("127.0.0.1", 0), KEY).get_server();
    new Thread(target(server::serve_forever), daemon(true)).start();

    var p = new Process(target(Lesson28::second_program), args(server.address()));
    p.start();
    for (int n : List.of(2, 3, 5)) {
      tasks.put(n);
      print("the second program answered:", answers.get());
    }
    p.join();

    p = new Process(target(Lesson28::stranger), args(server.address()));
    p.start();
    p.join();

    try (var listener = new Listener(new Address("127.0.0.1", 0), authkey(KEY))) {
      p = new Process(target(Lesson28::caller), args(listener.address()));
      p.start();
      try (var connection = listener.accept()) {
        List<?> received = (List<?>) connection.recv();
        print("the listener received:", received.get(0), received.get(1));
        connection.send(str(received.get(0)).toUpperCase());
        p.join();
      }
    }
  }
}

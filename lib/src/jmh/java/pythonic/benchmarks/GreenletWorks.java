package pythonic.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Builtins;
import pythonic.gevent.Gevent;
import pythonic.gevent.server.StreamServer;
import pythonic.greenlet.Greenlet;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/** What is measured of greenlets, in nanoseconds an operation, and the same on virtual threads by hand. */
@NullUnmarked
final class GreenletWorks {

  private GreenletWorks() {}

  static double best(DoubleSupplier work) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      best = Math.min(best, work.getAsDouble());
    }
    return best;
  }

  private static double since(long begin, long operations) {
    return (System.nanoTime() - begin) / (double) operations;
  }

  /** Between two greenlets, neither of which is a platform thread. */
  static double switches() {
    int count = 200_000;
    var result = new double[1];
    new Greenlet(() -> {
      Greenlet own = Greenlet.getcurrent();
      var other = new Greenlet(() -> {
        while (true) {
          own.switch_();
        }
      });
      other.switch_();
      long begin = System.nanoTime();
      for (int i = 0; i < count / 2; i++) {
        other.switch_();
      }
      result[0] = since(begin, count);
    }).switch_();
    return result[0];
  }

  static double sleeps() {
    int count = 100_000;
    var all = new ArrayList<pythonic.gevent.Greenlet<?>>();
    for (int i = 0; i < 2; i++) {
      all.add(Gevent.spawn(() -> {
        for (int k = 0; k < count; k++) {
          Gevent.sleep(0);
        }
      }));
    }
    long begin = System.nanoTime();
    Gevent.joinall(all);
    return since(begin, 2L * count);
  }

  static double spawns() {
    int count = 50_000;
    long begin = System.nanoTime();
    var all = new ArrayList<pythonic.gevent.Greenlet<?>>();
    for (int i = 0; i < count; i++) {
      all.add(Gevent.spawn(() -> {}));
    }
    Gevent.joinall(all);
    return since(begin, count);
  }

  static double spawnsOneByOne() {
    int count = 20_000;
    var result = new double[1];
    Gevent.spawn(() -> {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        Gevent.spawn(() -> {}).join();
      }
      result[0] = since(begin, count);
    }).join();
    return result[0];
  }

  /** There and back between greenlets of one hub, 200 of them with 200. */
  static double sockets() {
    int connections = 200;
    int count = 20;
    byte[] text = Builtins.encode("some bytes");
    var server = new StreamServer(new Address("127.0.0.1", 0), (socket, _) -> {
      for (byte[] data = socket.recv(100); data.length > 0; data = socket.recv(100)) {
        socket.sendall(data);
      }
    });
    server.start();
    var all = new ArrayList<Socket>();
    for (int i = 0; i < connections; i++) {
      all.add(Socket.create_connection(server.address()));
    }
    long begin = System.nanoTime();
    var talks = new ArrayList<pythonic.gevent.Greenlet<?>>();
    for (Socket socket : all) {
      talks.add(Gevent.spawn(() -> {
        for (int i = 0; i < count; i++) {
          socket.sendall(text);
          socket.recv(100);
        }
      }));
    }
    Gevent.joinall(talks);
    double taken = since(begin, (long) connections * count);
    all.forEach(Socket::close);
    server.stop();
    return taken;
  }

  static double rawSpawns() {
    int count = 50_000;
    long begin = System.nanoTime();
    var all = new ArrayList<Thread>();
    for (int i = 0; i < count; i++) {
      all.add(Thread.startVirtualThread(() -> {}));
    }
    joinAll(all);
    return since(begin, count);
  }

  static double rawSpawnsOneByOne() {
    int count = 20_000;
    var result = new double[1];
    joinAll(List.of(Thread.startVirtualThread(() -> {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        joinAll(List.of(Thread.startVirtualThread(() -> {})));
      }
      result[0] = since(begin, count);
    })));
    return result[0];
  }

  static double rawYields() {
    int count = 100_000;
    var all = new ArrayList<Thread>();
    long begin = System.nanoTime();
    for (int i = 0; i < 2; i++) {
      all.add(Thread.startVirtualThread(() -> {
        for (int k = 0; k < count; k++) {
          Thread.yield();
        }
      }));
    }
    joinAll(all);
    return since(begin, 2L * count);
  }

  private static void joinAll(List<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

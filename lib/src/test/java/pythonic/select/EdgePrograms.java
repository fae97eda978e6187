package pythonic.select;

import static pythonic.builtins.Builtins.encode;
import static pythonic.select.Select.EPOLLET;
import static pythonic.select.Select.EPOLLONESHOT;
import static pythonic.socket.Socket.address;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pythonic.socket.Socket;
import pythonic.testing.Threads;

/** The programs of {@code programs.py} that concern EPOLLET, line by line. */
@SuppressWarnings("unused") // called by their names
final class EdgePrograms extends SystemPrograms {

  private static final int ONLY_IN = IN | EPOLLET;
  private static final int BOTH = IN | OUT | EPOLLET;
  private static final double SHORT = 0.02;
  private static final double LONG = 20;

  private static final List<Map.Entry<String, Supplier<Pair>>> KINDS =
      List.of(Map.entry("unix", SystemPrograms::unix), Map.entry("tcp", SystemPrograms::tcp));

  private interface Look {
    void look(String what);
  }

  void edge_partial() {
    for (var kind : KINDS) {
      String name = kind.getKey();
      Pair pair = kind.getValue().get();
      Socket a = pair.a();
      Socket b = pair.b();
      try (Epoll epoll = Select.epoll()) {
        Look one = what -> print(name, what, events(epoll.poll(SHORT)));
        Look other = what -> print(name, what, events(epoll.poll(LONG)));
        epoll.register(b, IN | RDHUP | EPOLLET);
        one.look("idle");
        a.sendall(encode("abcd"));
        settle(b, IN, IN);
        one.look("data");
        b.recv(1);
        one.look("read a part");
        a.sendall(encode("ef"));
        other.look("more behind it");
        one.look("nothing new");
        epoll.unregister(b);
        epoll.register(b, IN | RDHUP | EPOLLET);
        one.look("registered again");
        epoll.modify(b, IN | RDHUP | EPOLLET);
        one.look("modified");
        a.shutdown(Socket.SHUT_WR);
        other.look("end behind it");
        b.recv(100);
        one.look("read all");
        one.look("nothing new");
      }
      a.close();
      b.close();
    }
  }

  void edge_both() {
    for (var kind : KINDS) {
      String name = kind.getKey();
      Pair pair = kind.getValue().get();
      Socket a = pair.a();
      Socket b = pair.b();
      try (Epoll epoll = Select.epoll(); Epoll other = Select.epoll()) {
        Look two = what -> print(name, what, events(epoll.poll(SHORT)), events(other.poll(SHORT)));
        epoll.register(b, BOTH);
        other.register(b, ONLY_IN);
        two.look("idle");
        a.sendall(encode("abcd"));
        settle(b, IN, IN);
        two.look("data");
        b.recv(2);
        two.look("read a part");
        b.recv(2);
        two.look("read all");
        b.sendall(encode("x"));
        two.look("written");
        other.unregister(b);
        a.sendall(encode("y"));
        settle(b, IN, IN);
        two.look("one of two");
        epoll.modify(b, IN);
        two.look("level");
        two.look("level");
        epoll.modify(b, ONLY_IN);
        two.look("edge");
        two.look("edge");
        b.close();
        two.look("closed");
        print(name, a.recv(10));
      }
      a.close();
    }
  }

  void edge_once() {
    Pair pair = unix();
    try (Epoll epoll = Select.epoll()) {
      Look one = what -> print(what, events(epoll.poll(SHORT)));
      int mask = ONLY_IN | EPOLLONESHOT;
      epoll.register(pair.b(), mask);
      pair.a().sendall(encode("ab"));
      one.look("data");
      pair.a().sendall(encode("c"));
      one.look("spent");
      epoll.modify(pair.b(), mask);
      one.look("armed");
      pair.b().recv(10);
      epoll.modify(pair.b(), mask);
      one.look("armed, nothing there");
      pair.a().sendall(encode("d"));
      one.look("data");
      pair.a().close();
      one.look("spent");
    }
    pair.b().close();
  }

  void edge_accept() {
    try (Socket server = Socket.create_server(address("127.0.0.1", 0)); Epoll epoll = Select.epoll()) {
      Look one = what -> print(what, events(epoll.poll(SHORT)));
      Look other = what -> print(what, events(epoll.poll(LONG)));
      epoll.register(server, ONLY_IN);
      one.look("idle");
      Socket first = Socket.create_connection(server.getsockname());
      settle(server, IN, IN);
      one.look("one");
      one.look("not accepted");
      Socket second = Socket.create_connection(server.getsockname());
      other.look("two");
      server.accept().conn().close();
      one.look("one left");
      server.accept().conn().close();
      one.look("none left");
      first.close();
      second.close();
      try (var client = new Socket()) {
        client.setblocking(false);
        client.connect_ex(server.getsockname());
        epoll.register(client, BOTH);
        print(Collections.frequency(Stream.concat(epoll.poll(5, 1).stream(), epoll.poll(SHORT).stream()).map(PollEvent::event).toList(), OUT));
      }
      try (var datagrams = new Socket(Socket.AF_INET, Socket.SOCK_DGRAM)) {
        datagrams.bind(address("127.0.0.1", 0));
        epoll.register(datagrams, BOTH);
        one.look("datagrams");
        for (int i = 0; i < 2; i++) {
          datagrams.sendto(encode("x"), datagrams.getsockname());
          other.look("datagram");
        }
        datagrams.recv(10);
        one.look("one left");
      }
    }
  }

  void edge_meanwhile() {
    Pair pair = unix();
    Pair other = unix();
    try (Epoll epoll = Select.epoll()) {
      epoll.register(pair.b(), ONLY_IN);
      during(epoll, () -> pair.a().sendall(encode("x")));
      during(epoll, () -> pair.a().sendall(encode("y")));
      during(epoll, () -> epoll.modify(pair.b(), BOTH));
      during(epoll, () -> epoll.register(other.a(), OUT | EPOLLET));
      during(epoll, () -> other.b().close());
      during(epoll, () -> pair.a().close());
      other.a().close();
    }
    pair.b().close();
  }

  private void during(Epoll epoll, Runnable act) {
    var told = Threads.start(() -> epoll.poll(LONG));
    act.run();
    print(events(told.join()));
  }
}

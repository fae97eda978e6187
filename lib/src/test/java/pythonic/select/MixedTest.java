package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.stdout;
import static pythonic.builtins.Keywords.target;
import static pythonic.subprocess.Subprocess.PIPE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.BlockingIOError;
import pythonic.internal.channels.Subject;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.connection.Connection;
import pythonic.multiprocessing.connection.Listener;
import pythonic.selectors.BaseSelector;
import pythonic.selectors.EpollSelector;
import pythonic.selectors.PollSelector;
import pythonic.selectors.Selectors;
import pythonic.socket.Socket;
import pythonic.subprocess.Popen;
import pythonic.testing.Threads;

/** Sockets, pipes of programs, connections, listeners and sentinels of processes in one wait, by each way to wait. */
final class MixedTest {

  /** Waits for several objects: a way to do so. */
  interface Way {
    Collection<Object> ready(Collection<Object> all, double timeout);
  }

  static Stream<Named<Way>> ways() {
    return Stream.of(Named.of("select", (all, timeout) -> Select.select(all, List.of(), List.of(), timeout).rlist()),
        Named.of("poll", (all, timeout) -> {
          Poll poll = Select.poll();
          all.forEach(one -> poll.register(one, Select.POLLIN));
          return objects(all, poll.poll(timeout * 1000).stream().map(PollEvent::fd));
        }),
        Named.of("epoll", (all, timeout) -> {
          try (Epoll epoll = Select.epoll()) {
            all.forEach(one -> epoll.register(one, Select.EPOLLIN));
            return objects(all, epoll.poll(timeout).stream().map(PollEvent::fd));
          }
        }),
        Named.of("PollSelector", (all, timeout) -> bySelector(new PollSelector(), all, timeout)),
        Named.of("EpollSelector", (all, timeout) -> bySelector(new EpollSelector(), all, timeout)));
  }

  private static Collection<Object> bySelector(BaseSelector selector, Collection<Object> all, double timeout) {
    try (selector) {
      all.forEach(one -> selector.register(one, Selectors.EVENT_READ));
      return selector.select(timeout).stream().map(ready -> ready.key().fileobj()).toList();
    }
  }

  private static Collection<Object> objects(Collection<Object> all, Stream<Integer> numbers) {
    Map<Integer, Object> byNumber = new HashMap<>();
    all.forEach(one -> byNumber.put(Subject.number(one), one));
    return numbers.map(byNumber::get).toList();
  }

  private static void nothing() {}

  @ParameterizedTest
  @MethodSource("ways")
  void eachAlone_isTold_whileTheOthersAreNot(Way way) {
    var sockets = Socket.socketpair();
    var duplex = new Pipe();
    var simplex = new Pipe(false);
    try (Socket a = sockets.a(); Socket b = sockets.b(); var listener = new Listener(); var cat = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE))) {
      List<Object> all = List.of(b, duplex.conn2(), simplex.conn1(), listener, cat.stdout());
      assertThat(way.ready(all, 0)).isEmpty();
      assertThat(way.ready(all, 0.01)).isEmpty();

      var waiting = Threads.start(() -> way.ready(List.of(duplex.conn2(), simplex.conn1(), listener, cat.stdout()), 30));
      duplex.conn1().send("value");
      assertThat(waiting.join()).containsExactly(duplex.conn2());
      assertThat(way.ready(all, 30)).containsExactly(duplex.conn2());
      assertThat(duplex.conn2().recv()).isEqualTo("value");

      simplex.conn2().send_bytes(encode("bytes"));
      assertThat(way.ready(all, 30)).containsExactly(simplex.conn1());
      simplex.conn1().recv_bytes();

      a.sendall(encode("x"));
      assertThat(way.ready(all, 30)).containsExactly(b);
      b.recv(1);

      cat.stdin().write(encode("line\n"));
      cat.stdin().flush();
      assertThat(way.ready(all, 30)).containsExactly(cat.stdout());
      cat.stdout().readline();

      var client = Threads.start(() -> Connection.Client((String) listener.address()));
      assertThat(way.ready(all, 30)).containsExactly(listener);
      try (Connection server = listener.accept()) {
        Connection connected = client.join();
        assertThat(way.ready(List.of(server, listener), 0)).isEmpty();
        connected.send(1);
        assertThat(way.ready(List.of(server, listener, b), 30)).containsExactly(server);
        assertThat(server.recv()).isEqualTo(1);
        connected.close();
        assertThat(way.ready(List.of(server, b), 30)).containsExactly(server);
      }
      duplex.conn1().close();
      assertThat(way.ready(all, 30)).containsExactly(duplex.conn2());
      duplex.conn2().close();
      simplex.conn1().close();
      simplex.conn2().close();
    }
  }

  @Test
  void sentinel_amongOthers_isToldAsTheEndOfAPipe() {
    var pair = Socket.socketpair();
    var process = new Process(target(MixedTest::nothing), args());
    try (Socket _ = pair.a(); Socket b = pair.b()) {
      process.start();
      Poll poll = Select.poll();
      poll.register(b, Select.POLLIN);
      poll.register(process.sentinel(), Select.POLLIN);
      assertThat(poll.poll()).extracting(PollEvent::event).containsExactly(Select.POLLHUP);
      assertThat(Select.select(List.<Object>of(b, process.sentinel()), List.of(), List.of(), 30).rlist()).containsExactly(process.sentinel());
      process.join();
    }
  }

  /** Several threads send by all ways, and two wait for all of it and take what is there: all arrives, once. */
  @ParameterizedTest
  @MethodSource("ways")
  void twoThreadsWaitForTheSame_whileOthersSend_allArrivesOnce(Way way) {
    int each = 200;
    var sockets = Socket.socketpair();
    var pipe = new Pipe();
    Socket b = sockets.b();
    b.setblocking(false);
    try (Socket a = sockets.a(); b; var cat = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE))) {
      var senders = List.of(
          Threads.run(() -> repeat(each, () -> a.sendall(encode("s")))),
          Threads.run(() -> repeat(each, () -> pipe.conn1().send_bytes(encode("p")))),
          Threads.run(() -> {
            repeat(each, () -> cat.stdin().write(encode("c")));
            cat.stdin().close();
          }));
      // One thread takes from the pipe and the program, both from the socket, whose reads do not block.
      var second = Threads.start(() -> take(way, List.of(b), b, null, null, each));
      int first = take(way, new ArrayList<>(List.of(b, pipe.conn2(), cat.stdout())), b, pipe.conn2(), cat, each);
      senders.forEach(Threads.Helper::join);
      assertThat(first + second.join()).isEqualTo(3 * each);
    } finally {
      pipe.conn1().close();
      pipe.conn2().close();
    }
  }

  private static void repeat(int times, Threads.Action action) throws Throwable {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  /** What both have got from the socket. */
  private final AtomicInteger bySocket = new AtomicInteger();

  private int take(Way way, Collection<Object> all, Socket socket, @Nullable Connection pipe,
      @Nullable Popen<byte[]> cat, int each) {
    int got = 0;
    int byPipe = pipe == null ? each : 0;
    int byProgram = cat == null ? each : 0;
    while (bySocket.get() < each || byPipe < each || byProgram < each) {
      for (Object one : way.ready(all, 0.05)) {
        int count;
        if (one.equals(socket)) {
          count = received(socket);
          bySocket.addAndGet(count);
        } else if (one.equals(pipe)) {
          count = pipe.recv_bytes().length;
          byPipe += count;
        } else {
          count = cat.stdout().read1(100).length;
          byProgram += count;
        }
        got += count;
      }
    }
    return got;
  }

  private static int received(Socket socket) {
    try {
      return socket.recv(3).length;
    } catch (BlockingIOError e) {
      return 0; // the other thread was faster
    }
  }
}

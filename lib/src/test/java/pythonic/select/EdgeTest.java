package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;
import static pythonic.select.Select.EPOLLET;
import static pythonic.select.Select.EPOLLIN;
import static pythonic.select.Select.EPOLLOUT;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.socket.Socket;

/** What EPOLLET tells beside what CPython's programs show: of threads, of what the system does not watch, and what is left over. */
final class EdgeTest {

  private static final int IN = EPOLLIN | EPOLLET;
  private static final double LONG = 30;

  private final Epoll epoll = Select.epoll();
  private final List<Socket> open = new ArrayList<>();

  private Socket[] pair() {
    var pair = Socket.socketpair();
    open.addAll(List.of(pair.a(), pair.b()));
    return new Socket[] {pair.a(), pair.b()};
  }

  @AfterEach
  void close() {
    epoll.close();
    open.forEach(Socket::close);
  }

  private static Thread thread(boolean isVirtual, Runnable task) {
    return isVirtual ? Thread.ofVirtual().start(task) : Thread.ofPlatform().start(task);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.isAlive() && Arrays.stream(thread.getStackTrace()).noneMatch(frame -> frame.getClassName().contains("Poller"))) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptedWhileWaiting_raisesAndLosesNothing(boolean isVirtual) throws InterruptedException {
    Socket[] pair = pair();
    epoll.register(pair[0], IN);
    var raised = new AtomicReference<Throwable>();
    Thread waiting = thread(isVirtual, () -> {
      try {
        epoll.poll();
      } catch (KeyboardInterrupt e) {
        raised.set(e);
      }
    });
    awaitWaiting(waiting);
    waiting.interrupt();
    waiting.join();
    assertThat(raised.get()).isInstanceOf(KeyboardInterrupt.class);
    pair[1].sendall(encode("x"));
    assertThat(epoll.poll(LONG)).containsExactly(new PollEvent(pair[0].fileno(), EPOLLIN));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void moreWhileUnread_wakesWhoWaits(boolean isVirtual) throws InterruptedException {
    Socket[] pair = pair();
    epoll.register(pair[0], IN);
    pair[1].sendall(encode("x"));
    assertThat(epoll.poll(LONG)).hasSize(1);
    var told = new AtomicReference<List<PollEvent>>(List.of());
    Thread waiting = thread(isVirtual, () -> told.set(epoll.poll(LONG)));
    awaitWaiting(waiting);
    pair[1].sendall(encode("y"));
    waiting.join();
    assertThat(told.get()).containsExactly(new PollEvent(pair[0].fileno(), EPOLLIN));
  }

  @Test
  void edgesAndLevels_fewAtATime_takeTurns() {
    Socket[] edge = pair();
    Socket[] level = pair();
    epoll.register(edge[0], IN);
    epoll.register(level[0], EPOLLOUT);
    var told = new ArrayList<Integer>();
    for (int i = 0; i < 4; i++) {
      edge[1].sendall(encode("x"));
      told.add(epoll.poll(LONG, 1).getFirst().fd());
    }
    assertThat(told).contains(edge[0].fileno(), level[0].fileno());
  }

  @Test
  void peekedAt_isToldOfWhatIsThere() {
    Socket[] pair = pair();
    pair[1].sendall(encode("xy"));
    pair[0].recv(2, Socket.MSG_PEEK);
    epoll.register(pair[0], IN);
    assertThat(epoll.poll(LONG)).containsExactly(new PollEvent(pair[0].fileno(), EPOLLIN));
    assertThat(epoll.poll(0)).isEmpty();
    pair[0].recv(2);
    pair[1].sendall(encode("z"));
    assertThat(epoll.poll(LONG)).containsExactly(new PollEvent(pair[0].fileno(), EPOLLIN));
  }

  @Test
  void registeredBeforeListening_isToldOfConnections() {
    var server = new Socket();
    open.add(server);
    server.bind(Socket.address("127.0.0.1", 0));
    epoll.register(server, IN);
    server.listen();
    epoll.poll(0);
    open.add(Socket.create_connection(server.getsockname()));
    assertThat(epoll.poll(LONG)).extracting(PollEvent::fd).containsExactly(server.fileno());
  }

  /** Who was told of a failure may try again with the same socket. */
  @Test
  void refusedAndTriedAgain_isToldOfBoth() {
    Socket server = Socket.create_server(Socket.address("127.0.0.1", 0));
    var address = server.getsockname();
    server.close();
    var client = new Socket();
    open.add(client);
    client.setblocking(false);
    client.connect_ex(address);
    epoll.register(client, EPOLLOUT | EPOLLET);
    assertThat(epoll.poll(LONG)).extracting(PollEvent::fd).containsExactly(client.fileno());
    client.connect_ex(address); // takes the failure
    Socket again = Socket.create_server(address);
    open.add(again);
    client.connect_ex(address);
    assertThat(epoll.poll(LONG)).extracting(PollEvent::fd).containsExactly(client.fileno());
  }

  @Test
  void registeredAndForgotten_leavesNoNumbersOpen() {
    round();
    long before = numbers();
    for (int i = 0; i < 50; i++) {
      round();
    }
    assertThat(numbers()).isLessThan(before + 50);
  }

  private static void round() {
    List<BiConsumer<Epoll, Socket>> ends =
        List.of(Epoll::unregister, (epoll, one) -> epoll.modify(one, EPOLLIN), (epoll, _) -> epoll.close(), (_, one) -> one.close());
    for (BiConsumer<Epoll, Socket> end : ends) {
      var pair = Socket.socketpair();
      try (Epoll epoll = Select.epoll(); Socket a = pair.a(); Socket _ = pair.b()) {
        epoll.register(a, IN);
        end.accept(epoll, a);
      }
    }
  }

  private static long numbers() {
    return Stream.ofNullable(new File("/proc/self/fd").list()).flatMap(Stream::of).count();
  }
}

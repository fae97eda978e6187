package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.stdout;
import static pythonic.select.Select.EPOLLET;
import static pythonic.select.Select.EPOLLEXCLUSIVE;
import static pythonic.select.Select.EPOLLIN;
import static pythonic.select.Select.EPOLLONESHOT;
import static pythonic.select.Select.EPOLLOUT;
import static pythonic.select.Select.POLLHUP;
import static pythonic.select.Select.POLLIN;
import static pythonic.select.Select.POLLNVAL;
import static pythonic.select.Select.POLLOUT;
import static pythonic.select.Select.select;
import static pythonic.subprocess.Subprocess.PIPE;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pythonic.builtins.FileExistsError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.KeyError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.socket.Socket;
import pythonic.socket.SocketPair;
import pythonic.subprocess.Popen;

final class SelectTest {

  private static final List<Socket> NONE = List.of();

  private final SocketPair pair = Socket.socketpair();
  private final Socket a = pair.a();
  private final Socket b = pair.b();

  @AfterEach
  void close() {
    a.close();
    b.close();
  }

  @Test
  void row131_selectTimeout_givesThreeEmptyLists() {
    assertThat(select(List.of(a), List.of(), List.of(), 0)).hasToString("([], [], [])");
    assertThat(select(List.of(a), List.of(), List.of(), 0.02)).hasToString("([], [], [])");
    assertThat(select(List.of(), List.of(), List.of(), 0.02)).hasToString("([], [], [])");
  }

  @Test
  void row131_selectNegative_raisesValueError() {
    assertThatThrownBy(() -> select(NONE, NONE, NONE, -1)).isInstanceOf(ValueError.class).hasMessage("timeout must be non-negative");
    assertThatThrownBy(() -> select(NONE, NONE, NONE, Double.NaN)).isInstanceOf(ValueError.class).hasMessage("Invalid value NaN (not a number)");
    assertThatThrownBy(() -> select(NONE, NONE, NONE, 1e30)).isInstanceOf(OverflowError.class).hasMessage("timestamp out of range for platform time_t");
  }

  @Test
  void row131_selectBadObject_raisesTypeError() {
    assertThatThrownBy(() -> select(List.of("x"), List.of(), List.of(), 0))
        .isInstanceOf(TypeError.class).hasMessage("argument must be an int, or have a fileno() method.");
  }

  @Test
  void row131_selectClosed_raisesValueError() {
    b.close();
    assertThatThrownBy(() -> select(List.of(b), List.of(), List.of(), 0))
        .isInstanceOf(ValueError.class).hasMessage("file descriptor cannot be a negative integer (-1)");
    assertThatThrownBy(() -> select(List.of(), List.of(), List.of(-1), 0))
        .isInstanceOf(ValueError.class).hasMessage("file descriptor cannot be a negative integer (-1)");
  }

  @Test
  void select_givesTheObjectsThatCanBeUsed() {
    b.send(encode("x"));
    var ready = select(List.of(a, b), List.of(b), List.of(a));
    assertThat(ready.rlist()).containsExactly(a);
    assertThat(ready.wlist()).containsExactly(b);
    assertThat(select(List.of(a.fileno()), List.of(), List.of(), 5).rlist()).containsExactly(a.fileno());
    assertThat(a.recv(1)).isEqualTo(encode("x"));
    assertThat(select(List.of(a), NONE, NONE, 0).rlist()).isEmpty();
  }

  @Test
  void select_isLevelTriggered_alsoForWhatWasPeekedAt() {
    b.send(encode("xy"));
    for (int i = 0; i < 3; i++) {
      assertThat(select(List.of(a), NONE, NONE, 5).rlist()).containsExactly(a);
    }
    a.recv(1, Socket.MSG_PEEK);
    assertThat(select(List.of(a), NONE, NONE, 0).rlist()).containsExactly(a);
    a.recv(1);
    assertThat(select(List.of(a), NONE, NONE, 0).rlist()).containsExactly(a);
    a.recv(1);
    assertThat(select(List.of(a), NONE, NONE, 0).rlist()).isEmpty();
    b.close();
    assertThat(select(List.of(a), NONE, NONE, 5).rlist()).containsExactly(a);
  }

  @Test
  void select_mixesSocketsAndPipes() {
    try (var p = new Popen<>(List.of("cat"), stdin(PIPE), stdout(PIPE))) {
      assertThat(select(List.of(a, p.stdout()), List.of(p.stdin()), List.of(), 5).wlist()).containsExactly(p.stdin());
      assertThat(select(List.of(a, p.stdout()), List.of(), List.of(), 0.02).rlist()).isEmpty();
      p.stdin().write(encode("line\nmore"));
      p.stdin().flush();
      assertThat(select(List.of(a, p.stdout()), List.of(), List.of(), 30).rlist()).containsExactly(p.stdout());
      assertThat(p.stdout().readline()).isEqualTo(encode("line\n"));
      assertThat(select(List.of(a, p.stdout()), List.of(), List.of(), 30).rlist()).containsExactly(p.stdout()); // read ahead
      b.send(encode("x"));
      assertThat(select(List.of(a), List.of(), List.of(), 5).rlist()).containsExactly(a);
    }
  }

  @Test
  void select_listeningSocketAndItsClient() {
    try (var server = Socket.create_server(new pythonic.socket.Address("127.0.0.1", 0));
        var client = Socket.create_connection(server.getsockname())) {
      assertThat(select(List.of(a, server), NONE, NONE, 5).rlist()).containsExactly(server);
      var accepted = server.accept();
      assertThat(select(List.of(server), List.of(client), NONE, 5).wlist()).containsExactly(client);
      accepted.conn().close();
      assertThat(select(List.of(client, server), NONE, NONE, 5).rlist()).containsExactly(client);
    }
  }

  @Test
  void select_wokenByAnotherThread_platformAndVirtual() throws InterruptedException {
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      for (int i = 0; i < 50; i++) {
        var got = new AtomicReference<Object>();
        Thread waiting = kind.start(() -> {
          got.set(select(List.of(a), NONE, NONE, 30).rlist());
          a.recv(1);
        });
        b.send(encode("x"));
        waiting.join();
        assertThat(got.get()).isEqualTo(List.of(a));
      }
    }
  }

  @Test
  void select_interrupted_raisesKeyboardInterrupt() throws InterruptedException {
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      assertThat(raisedBy(kind, () -> select(List.of(a), NONE, NONE), Thread::interrupt)).isInstanceOf(KeyboardInterrupt.class);
    }
  }

  @Test
  void select_closedByAnotherThread_raisesOSError() throws InterruptedException {
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      var other = Socket.socketpair();
      Throwable raised = raisedBy(kind, () -> select(List.of(other.a()), NONE, NONE), _ -> other.a().close());
      assertThat(raised).isInstanceOfAny(OSError.class, ValueError.class);
      assertThat(other.b().recv(1)).isEmpty(); // the system has let it go
      other.b().close();
    }
  }

  @Test
  void close_betweenTwoSelects_letsGo() {
    var server = Socket.create_server(new pythonic.socket.Address("127.0.0.1", 0));
    var address = server.getsockname();
    select(List.of(server, a), NONE, NONE, 0);
    server.close();
    Socket.create_server(address).close(); // else the address is in use
    assertThat(select(List.of(a), NONE, NONE, 0).rlist()).isEmpty();
  }

  @Test
  void row133_pollUnregister_raisesKeyError_andModifyFileNotFoundError() {
    var p = Select.poll();
    assertThatThrownBy(() -> p.unregister(99)).isInstanceOf(KeyError.class).hasMessage("99");
    assertThatThrownBy(() -> p.modify(99, POLLIN)).isInstanceOf(FileNotFoundError.class).hasMessage("[Errno 2] No such file or directory");
    assertThatThrownBy(() -> p.register(a, -1)).isInstanceOf(ValueError.class).hasMessage("value must be positive");
    assertThatThrownBy(() -> p.register(a, 70000)).isInstanceOf(OverflowError.class);
  }

  @Test
  void row133_pollTimeout_isInMilliseconds() {
    var p = Select.poll();
    p.register(a, POLLIN);
    long start = System.nanoTime();
    assertThat(p.poll(30)).isEmpty();
    assertThat(System.nanoTime() - start).isBetween(30_000_000L, 20_000_000_000L);
  }

  @Test
  void poll_tellsAsLongAsItIsSo_andOfWhatIsClosed() {
    var p = Select.poll();
    p.register(a);
    p.register(a, POLLIN);
    assertThat(p.poll(0)).isEmpty();
    b.send(encode("x"));
    p.register(b, POLLOUT);
    int fdB = b.fileno();
    assertThat(p.poll()).hasToString("[(" + a.fileno() + ", 1), (" + fdB + ", 4)]");
    b.close();
    assertThat(p.poll(0)).contains(new PollEvent(fdB, POLLNVAL));
    p.unregister(fdB);
    assertThat(p.poll(0)).containsExactly(new PollEvent(a.fileno(), POLLIN | POLLHUP)); // b was its other end
  }

  @Test
  void row133_epollTwice_raisesFileExistsError() {
    try (var e = Select.epoll()) {
      e.register(a, EPOLLIN);
      assertThatThrownBy(() -> e.register(a)).isInstanceOf(FileExistsError.class).hasMessage("[Errno 17] File exists");
      assertThatThrownBy(() -> e.modify(b, 1)).isInstanceOf(FileNotFoundError.class);
      assertThatThrownBy(() -> e.unregister(b)).isInstanceOf(FileNotFoundError.class);
      assertThatThrownBy(() -> e.register(9999)).isInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
      assertThatThrownBy(() -> e.poll(0, 0)).hasMessage("maxevents must be greater than 0, got 0");
      assertThatThrownBy(() -> e.poll(0, -2)).hasMessage("maxevents must be greater than 0, got -2");
    }
  }

  @Test
  void epoll_closed_raisesValueError() {
    var e = new Epoll(-1);
    assertThat(e.closed()).isFalse();
    assertThat(Epoll.fromfd(e.fileno())).isSameAs(e);
    e.close();
    e.close();
    assertThat(e.closed()).isTrue();
    for (Runnable call : List.<Runnable>of(() -> e.poll(0), e::fileno, () -> e.register(a), () -> e.modify(a, 1), () -> e.unregister(a))) {
      assertThatThrownBy(call::run).isInstanceOf(ValueError.class).hasMessage("I/O operation on closed epoll object");
    }
    assertThatThrownBy(() -> new Epoll(0)).hasMessage("negative sizehint");
    assertThatThrownBy(() -> new Epoll(-1, 5)).isInstanceOf(OSError.class).hasMessage("invalid flags");
  }

  @Test
  void epoll_levelEdgeAndOneshot_asTheSystem() {
    try (var e = Select.epoll()) {
      var told = List.of(new PollEvent(a.fileno(), EPOLLIN));
      e.register(a, EPOLLIN);
      assertThat(e.poll(0)).isEmpty();
      b.send(encode("x"));
      assertThat(e.poll(5)).isEqualTo(told);
      assertThat(e.poll(0)).isEqualTo(told);
      e.modify(a, EPOLLIN | EPOLLET);
      assertThat(e.poll(0)).isEqualTo(told);
      assertThat(e.poll(0)).isEmpty();
      assertThat(e.poll(0.02)).isEmpty();
      a.recv(10);
      assertThat(e.poll(0)).isEmpty();
      b.send(encode("y"));
      assertThat(e.poll(5)).isEqualTo(told);
      assertThat(e.poll(0)).isEmpty();
      e.modify(a, EPOLLIN | EPOLLONESHOT);
      assertThat(e.poll(0)).isEqualTo(told);
      b.send(encode("z"));
      assertThat(e.poll(0)).isEmpty();
      e.modify(a, EPOLLIN | EPOLLONESHOT);
      assertThat(e.poll(0)).isEqualTo(told);
      e.modify(a, EPOLLIN | EPOLLOUT | EPOLLET);
      assertThat(e.poll(0)).containsExactly(new PollEvent(a.fileno(), EPOLLIN | EPOLLOUT));
      assertThat(e.poll(0)).isEmpty();
    }
  }

  /** As the system has it: what is exclusive is not changed, and takes no other ways of being told but the edge. */
  @Test
  void epollExclusive_modifiedOrWithOthers_raises() {
    try (var e = Select.epoll()) {
      e.register(a, EPOLLIN | EPOLLEXCLUSIVE | EPOLLET);
      b.send(encode("x"));
      assertThat(e.poll(5)).containsExactly(new PollEvent(a.fileno(), EPOLLIN));
      assertThatThrownBy(() -> e.modify(a, EPOLLIN)).isInstanceOf(OSError.class).hasMessage("[Errno 22] Invalid argument");
      e.unregister(a);
      assertThatThrownBy(() -> e.register(a, EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT)).hasMessage("[Errno 22] Invalid argument");
      e.register(a, EPOLLIN);
      assertThatThrownBy(() -> e.modify(a, EPOLLIN | EPOLLEXCLUSIVE)).hasMessage("[Errno 22] Invalid argument");
      assertThat(e.poll(0)).containsExactly(new PollEvent(a.fileno(), EPOLLIN));
    }
  }

  @Test
  void epollEdge_drainedByAnotherThread_isToldOfWhatComesThen() throws InterruptedException {
    try (var e = Select.epoll()) {
      e.register(a, EPOLLIN | EPOLLET);
      b.send(encode("x"));
      assertThat(e.poll(5)).hasSize(1);
      var got = new AtomicReference<List<PollEvent>>(List.of());
      Thread waiting = Thread.ofPlatform().start(() -> {
        got.set(e.poll(30));
      });
      a.recv(10);
      b.send(encode("y"));
      waiting.join();
      assertThat(got.get()).hasSize(1);
    }
  }

  @Test
  void epoll_registeredMeanwhile_isHeeded() throws InterruptedException {
    try (var e = Select.epoll()) {
      var got = new AtomicReference<List<PollEvent>>(List.of());
      Thread waiting = Thread.ofPlatform().start(() -> got.set(e.poll(30)));
      e.register(a, EPOLLOUT);
      waiting.join();
      assertThat(got.get()).hasSize(1);
    }
  }

  @Test
  void epoll_closedMeanwhile_raisesValueError_andForgetsClosedSockets() throws InterruptedException {
    var e = Select.epoll();
    e.register(a, EPOLLIN);
    a.close();
    assertThat(e.poll(0.05)).isEmpty();
    assertThat(raisedBy(Thread.ofPlatform(), e::poll, _ -> e.close())).isInstanceOf(ValueError.class);
  }

  @Test
  void epoll_maxevents_takesTurns() {
    try (var e = Select.epoll()) {
      e.register(a, EPOLLOUT);
      e.register(b, EPOLLOUT);
      int first = e.poll(5, 1).getFirst().fd();
      int second = e.poll(5, 1).getFirst().fd();
      assertThat(List.of(first, second)).containsExactlyInAnyOrder(a.fileno(), b.fileno());
    }
  }

  @Test
  void selectAgainstClose_manyTimes() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      var fresh = Socket.socketpair();
      var started = new CountDownLatch(1);
      var wrong = new AtomicReference<Throwable>();
      Thread waiting = Thread.ofPlatform().start(() -> {
        started.countDown();
        try {
          select(List.of(fresh.a()), NONE, NONE, 60);
          wrong.set(new AssertionError("nothing was there to read"));
        } catch (OSError | ValueError e) {
          // closed, before or meanwhile
        } catch (Throwable e) {
          wrong.set(e);
        }
      });
      started.await();
      fresh.a().close();
      waiting.join();
      fresh.b().close();
      assertThat(wrong.get()).isNull();
    }
  }

  private static Throwable raisedBy(Thread.Builder kind, Runnable call, java.util.function.Consumer<Thread> meanwhile) throws InterruptedException {
    var raised = new AtomicReference<Throwable>();
    Thread waiting = kind.start(() -> {
      try {
        call.run();
      } catch (Throwable e) {
        raised.set(e);
      }
    });
    while (waiting.isAlive() && java.util.Arrays.stream(waiting.getStackTrace()).noneMatch(frame -> frame.getClassName().contains("Poller"))) {
      Thread.onSpinWait();
    }
    meanwhile.accept(waiting);
    waiting.join();
    return raised.get();
  }
}

package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.socket.Socket.AF_INET;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.SOCK_DGRAM;
import static pythonic.socket.Socket.SOCK_SEQPACKET;
import static pythonic.socket.Socket.address;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.builtins.TimeoutError;
import pythonic.select.Select;
import pythonic.testing.Threads;

/** Every call that waits: an interrupt ends it and leaves the socket usable, a close in another thread ends it, a time-out does. */
final class SocketWaitsTest {

  private static final Address LOOPBACK = address("127.0.0.1", 0);
  private static final byte[] X = {'x'};

  @TempDir
  static Path folder;

  /** Calls that wait. */
  enum Wait {
    ACCEPT(Stage::accept),
    RECV(stage -> stage.receive(stage.tcp())),
    RECV_PAIR(stage -> stage.receive(Socket.socketpair())),
    RECV_PACKET(stage -> stage.receive(Socket.socketpair(AF_UNIX, SOCK_SEQPACKET))),
    RECVFROM(Stage::receiveFrom),
    RECVFROM_UNIX(stage -> stage.receive(Socket.socketpair(AF_UNIX, SOCK_DGRAM))),
    SEND(stage -> stage.send(stage.tcp(), false)),
    SENDALL(stage -> stage.send(stage.tcp(), true)),
    SEND_UNIX(stage -> stage.send(Socket.socketpair(AF_UNIX, SOCK_DGRAM), false)),
    SENDTO_UNIX(Stage::sendTo),
    SENDFILE(Stage::sendFile),
    CONNECT(Stage::connect);

    @SuppressWarnings("ImmutableEnumChecker") // without state
    private final Function<Stage, Call> maker;

    Wait(Function<Stage, Call> maker) {
      this.maker = maker;
    }
  }

  /**
   * A call that waits.
   *
   * @param socket where
   * @param waits the call
   * @param usable shows that the socket still works
   */
  record Call(Socket socket, Threads.Action waits, Threads.Action usable) {}

  /** What a call needs; closed after it. */
  static final class Stage implements AutoCloseable {

    private final List<Closeable> open = new ArrayList<>();

    private Socket with(Socket socket) {
      open.add(socket::close);
      return socket;
    }

    SocketPair tcp() {
      try (Socket server = Socket.create_server(LOOPBACK)) {
        Socket client = Socket.create_connection(server.getsockname());
        return new SocketPair(client, server.accept().conn());
      }
    }

    Call accept() {
      Socket server = with(Socket.create_server(LOOPBACK));
      return new Call(server, server::accept, () -> {
        with(Socket.create_connection(server.getsockname()));
        with(server.accept().conn());
      });
    }

    Call receive(SocketPair pair) {
      with(pair.b());
      return new Call(with(pair.a()), () -> pair.a().recv(1), () -> {
        pair.b().send(X);
        assertThat(pair.a().recv(1)).isEqualTo(X);
      });
    }

    Call receiveFrom() {
      var d = with(new Socket(AF_INET, SOCK_DGRAM));
      d.bind(LOOPBACK);
      return new Call(d, () -> d.recvfrom(1), () -> {
        d.sendto(X, d.getsockname());
        assertThat(d.recvfrom(1).data()).isEqualTo(X);
      });
    }

    Call send(SocketPair pair, boolean all) {
      Socket a = with(pair.a());
      Socket b = with(pair.b());
      do {
        fill(() -> a.send(X, Socket.MSG_DONTWAIT), () -> a.send(new byte[8192], Socket.MSG_DONTWAIT));
      } while (hasRoom(a)); // the other end may take more in a while
      return new Call(a, () -> {
        if (all) {
          a.sendall(X);
        } else {
          a.send(X);
        }
      }, () -> usable(a, b));
    }

    private static boolean hasRoom(Socket a) {
      Select.select(List.of(), List.of(a), List.of(), 0.1);
      try {
        return a.send(X, Socket.MSG_DONTWAIT) > 0;
      } catch (BlockingIOError e) {
        return false;
      }
    }

    private static void usable(Socket a, Socket b) {
      var sending = Threads.start(() -> a.send(X));
      while (sending.isAlive()) {
        if (!Select.select(List.of(b), List.of(), List.of(), 0.01).rlist().isEmpty()) {
          b.recv(1_000_000);
        }
      }
      assertThat(sending.join()).isEqualTo(1);
    }

    /** Until there is no more room, not even for a little. */
    private static void fill(Threads.Task<Integer> little, Threads.Task<Integer> much) {
      for (Threads.Task<Integer> one : Arrays.asList(much, little)) {
        try {
          while (one.run() > 0) {
            // More.
          }
        } catch (BlockingIOError e) {
          // Full.
        } catch (Throwable e) {
          throw new AssertionError(e);
        }
      }
    }

    Call sendTo() {
      String path = folder.resolve(Long.toHexString(System.nanoTime())).toString();
      var receiver = with(new Socket(AF_UNIX, SOCK_DGRAM));
      receiver.bind(path);
      var sender = with(new Socket(AF_UNIX, SOCK_DGRAM));
      Threads.Task<Integer> send = () -> sender.sendto(X, Socket.MSG_DONTWAIT, path);
      fill(send, send);
      return new Call(sender, () -> sender.sendto(X, path), () -> {
        var sending = Threads.start(() -> sender.sendto(X, path));
        receiver.recv(1);
        assertThat(sending.join()).isEqualTo(1);
      });
    }

    Call sendFile() {
      SocketPair pair = tcp();
      Call full = send(pair, false);
      try {
        Path path = folder.resolve("file");
        Files.write(path, X);
        FileChannel file = FileChannel.open(path);
        open.add(file);
        return new Call(full.socket, () -> full.socket.sendfile(file), () -> {
          assertThat(file.isOpen()).isTrue();
          full.usable.run();
        });
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** A listener whose queue is full does not answer. */
    Call connect() {
      var server = with(new Socket());
      server.bind(LOOPBACK);
      server.listen(1);
      while (true) {
        var client = with(new Socket());
        client.settimeout(0.05);
        try {
          client.connect(server.getsockname());
        } catch (TimeoutError e) {
          break;
        }
      }
      var last = with(new Socket());
      return new Call(last, () -> last.connect(server.getsockname()), () -> {
        server.close();
        Address own = LOOPBACK;
        try (Socket other = Socket.create_server(own)) {
          var fresh = with(new Socket());
          fresh.connect(other.getsockname());
        }
      });
    }

    @Override
    public void close() throws IOException {
      for (Closeable each : open) {
        each.close();
      }
    }
  }

  private static Thread start(boolean isVirtual, Runnable task) {
    return isVirtual ? Thread.ofVirtual().start(task) : Thread.ofPlatform().daemon().start(task);
  }

  /** {@return what a call raises that somebody ends while it waits} */
  private static Throwable ended(boolean isVirtual, Call call, Threads.Task<?> end) throws Throwable {
    var thrown = new Throwable[1];
    Thread thread = start(isVirtual, () -> {
      try {
        call.waits.run();
      } catch (Throwable e) {
        thrown[0] = e;
      }
    });
    Threads.await("waits", () -> !thread.isAlive() || Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("await") && frame.getClassName().endsWith(".Endpoint")));
    if (end != null) {
      end.run();
    } else {
      thread.interrupt();
    }
    Threads.await("ends", () -> !thread.isAlive());
    return thrown[0];
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_endsTheWait_andLeavesTheSocketUsable(Wait wait) throws Throwable {
    for (boolean isVirtual : new boolean[] {false, true}) {
      try (var stage = new Stage()) {
        Call call = wait.maker.apply(stage);
        assertThat(ended(isVirtual, call, null)).isInstanceOf(KeyboardInterrupt.class);
        assertThat(call.socket.fileno()).isPositive();
        call.usable.run();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_endsTheWait(Wait wait) throws Throwable {
    for (boolean isVirtual : new boolean[] {false, true}) {
      try (var stage = new Stage()) {
        Call call = wait.maker.apply(stage);
        Throwable thrown = ended(isVirtual, call, () -> {
          call.socket.close();
          return null;
        });
        assertThat(thrown).isInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void timeout_endsTheWait(Wait wait) throws Throwable {
    try (var stage = new Stage()) {
      Call call = wait.maker.apply(stage);
      call.socket.settimeout(0.02);
      Throwable thrown = null;
      try {
        call.waits.run();
      } catch (Exception e) {
        thrown = e;
      }
      assertThat(thrown).isInstanceOf(TimeoutError.class).hasMessage("timed out");
    }
  }
}

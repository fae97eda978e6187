package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;
import static pythonic.socket.Socket.AF_UNIX;
import static pythonic.socket.Socket.SHUT_WR;
import static pythonic.socket.Socket.SOCK_SEQPACKET;
import static pythonic.socket.Socket.SOCK_STREAM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionResetError;
import pythonic.builtins.OSError;
import pythonic.testing.Threads;

/**
 * Two threads at one socket, at the same moment or nearly so, again and again: each call ends, by one of the outcomes that there may be.
 * {@code -Dsockets.races=100000} looks longer than a build does.
 */
final class SocketRacesTest {

  private static final int ROUNDS = Integer.getInteger("sockets.races", 150);
  private static final long LONGEST_DELAY = 50_000;

  /** Sockets of the JDK and of the system, on threads of both kinds. */
  enum Kind {
    STREAM(SOCK_STREAM, false),
    STREAM_VIRTUAL(SOCK_STREAM, true),
    PACKETS(SOCK_SEQPACKET, false),
    PACKETS_VIRTUAL(SOCK_SEQPACKET, true);

    private final int type;
    private final boolean isVirtual;

    Kind(int type, boolean isVirtual) {
      this.type = type;
      this.isVirtual = isVirtual;
    }

    SocketPair pair() {
      return Socket.socketpair(AF_UNIX, type);
    }
  }

  private final Random random = new Random(7);

  /** Runs two actors at once. {@return what they gave, or what they raised} */
  private List<Object> race(Kind kind, Supplier<?> first, Supplier<?> second) {
    var start = new CountDownLatch(1);
    var results = new Object[2];
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 2; i++) {
      int actor = i;
      long delay = random.nextBoolean() ? 0 : random.nextLong(LONGEST_DELAY);
      Supplier<?> task = actor == 0 ? first : second;
      Runnable run = () -> {
        try {
          start.await();
          long end = System.nanoTime() + delay;
          while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
          }
          results[actor] = task.get();
        } catch (Exception e) {
          results[actor] = e;
        }
      };
      threads.add(kind.isVirtual ? Thread.ofVirtual().start(run) : Thread.ofPlatform().daemon().start(run));
    }
    start.countDown();
    threads.forEach(thread -> Threads.await("both actors end", () -> !thread.isAlive()));
    return List.of(results[0], results[1]);
  }

  private static String told(Object result) {
    return switch (result) {
      case OSError e -> e.getMessage();
      case byte[] bytes -> Integer.toString(bytes.length);
      default -> result.toString();
    };
  }

  @ParameterizedTest
  @EnumSource
  void closeAgainstRecv_endsWithDataOrBadDescriptor(Kind kind) {
    for (int round = 0; round < ROUNDS; round++) {
      SocketPair pair = kind.pair();
      boolean hasData = round % 2 == 0;
      if (hasData) {
        pair.b().send(new byte[1]);
      }
      List<Object> results = race(kind, () -> pair.a().recv(1), () -> {
        pair.a().close();
        return "closed";
      });
      assertThat(told(results.getFirst())).isIn(hasData ? List.of("1", "[Errno 9] Bad file descriptor") : List.of("[Errno 9] Bad file descriptor"));
      assertThat(results.getLast()).isEqualTo("closed");
      assertThat(hasEnded(pair.b())).isTrue(); // the system has let go of it
      pair.b().close();
    }
  }

  /** {@return whether the stream has ended} A byte that nobody has received makes it end with an error. */
  private static boolean hasEnded(Socket socket) {
    try {
      return socket.recv(1).length == 0;
    } catch (ConnectionResetError e) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoReceivers_getEachByteOnce(Kind kind) {
    for (int round = 0; round < ROUNDS; round++) {
      SocketPair pair = kind.pair();
      var sending = Threads.run(() -> {
        pair.b().send(new byte[] {1});
        pair.b().send(new byte[] {2});
      });
      List<Object> results = race(kind, () -> pair.a().recv(1), () -> pair.a().recv(1));
      sending.join();
      assertThat(((byte[]) results.getFirst())[0] + ((byte[]) results.getLast())[0]).isEqualTo(3);
      pair.a().close();
      pair.b().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shutdownAgainstSend_deliversWhatWasSent(Kind kind) {
    for (int round = 0; round < ROUNDS; round++) {
      SocketPair pair = kind.pair();
      List<Object> results = race(kind, () -> pair.a().send(new byte[3]), () -> {
        pair.a().shutdown(SHUT_WR);
        return "shut";
      });
      Object sent = results.getFirst();
      assertThat(sent).isInstanceOfAny(Integer.class, BrokenPipeError.class);
      assertThat(pair.b().recv(9)).hasSize(sent instanceof Integer count ? count : 0);
      assertThat(pair.b().recv(9)).isEmpty();
      pair.a().close();
      pair.b().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeAgainstClose_closesOnce(Kind kind) {
    for (int round = 0; round < ROUNDS; round++) {
      SocketPair pair = kind.pair();
      Socket copy = pair.a().dup();
      race(kind, () -> {
        pair.a().close();
        return "closed";
      }, () -> {
        copy.close();
        return "closed";
      });
      assertThat(pair.b().recv(1)).isEmpty();
      pair.b().close();
    }
  }

  /** What has come must not be lost with the call: it is given, and the interrupt is for the next call. */
  @Test
  void interrupt_whileTheRestIsAwaited_keepsWhatHasCome() throws Exception {
    SocketPair pair = Socket.socketpair();
    try (Socket a = pair.a(); Socket b = pair.b()) {
      b.send(encode("ab"));
      var interrupted = new boolean[1];
      var task = new FutureTask<>(() -> {
        byte[] got = a.recv(3, Socket.MSG_WAITALL);
        interrupted[0] = Thread.interrupted();
        return got;
      });
      Thread thread = Thread.ofPlatform().daemon().start(task);
      Threads.await("waits for the rest", () -> Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("rest")));
      thread.interrupt();
      assertThat(task.get(30, TimeUnit.SECONDS)).isEqualTo(encode("ab"));
      assertThat(interrupted[0]).isTrue();
    }
  }
}

package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.encode;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.selectors.DefaultSelector;
import pythonic.selectors.Selectors;
import pythonic.socket.Socket;
import pythonic.testing.Threads;

/** Calls that meet: begun by two threads at the same moment, some hundred times, so that the system tries many schedules. */
final class SelectRacesTest {

  private static final int ROUNDS = 300;
  private static final double LONG = 60;

  /** Runs two actions at the same moment. {@return what the first gave} */
  private static <T> T together(Threads.Task<T> first, Threads.Action second) {
    var barrier = new CyclicBarrier(2);
    var helper = Threads.start(() -> {
      barrier.await();
      return first.run();
    });
    var other = Threads.run(() -> {
      barrier.await();
      second.run();
    });
    other.join();
    return helper.join();
  }

  @Test
  void selectAgainstClose_alwaysEnds() {
    for (int i = 0; i < ROUNDS; i++) {
      var pair = Socket.socketpair();
      Socket a = pair.a();
      try (Socket _ = pair.b()) {
        boolean isTold = together(() -> {
          try {
            return Select.select(List.of(a), List.of(), List.of(), LONG).rlist().isEmpty();
          } catch (OSError | ValueError e) {
            return true;
          }
        }, a::close);
        assertThat(isTold).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Select.EPOLLET})
  void registerAgainstPoll_isHeeded(int flags) {
    try (Epoll epoll = Select.epoll()) {
      for (int i = 0; i < ROUNDS; i++) {
        var pair = Socket.socketpair();
        try (Socket a = pair.a(); Socket b = pair.b()) {
          a.sendall(encode("x"));
          int number = b.fileno();
          assertThat(together(() -> epoll.poll(LONG), () -> epoll.register(b, Select.EPOLLIN | flags)))
              .containsExactly(new PollEvent(number, Select.EPOLLIN));
          epoll.unregister(b);
        }
      }
    }
  }

  /** Data that come while it is registered are told, edge or not. */
  @ParameterizedTest
  @ValueSource(ints = {0, Select.EPOLLET})
  void dataAgainstRegister_areTold(int flags) {
    for (int i = 0; i < ROUNDS; i++) {
      var pair = Socket.socketpair();
      try (Socket a = pair.a(); Socket b = pair.b(); Epoll epoll = Select.epoll()) {
        var events = together(() -> {
          epoll.register(b, Select.EPOLLIN | flags);
          return epoll.poll(LONG);
        }, () -> a.sendall(encode("x")));
        assertThat(events).containsExactly(new PollEvent(b.fileno(), Select.EPOLLIN));
      }
    }
  }

  @Test
  void unregisterAgainstClose_leavesNothing() {
    try (var selector = new DefaultSelector(); Epoll epoll = Select.epoll()) {
      for (int i = 0; i < ROUNDS; i++) {
        var pair = Socket.socketpair();
        Socket a = pair.a();
        try (Socket _ = pair.b()) {
          selector.register(a, Selectors.EVENT_READ);
          epoll.register(a, Select.EPOLLIN);
          together(() -> {
            selector.unregister(a);
            try {
              epoll.unregister(a);
            } catch (OSError | ValueError e) {
              // closed before, and forgotten then
            }
            return null;
          }, a::close);
          assertThat(selector.get_map()).isEmpty();
          assertThat(epoll.poll(0)).isEmpty();
          assertThat(selector.select(0)).isEmpty();
        }
      }
    }
  }

  @Test
  void unregisterAgainstPoll_isToldAtMostOnce() {
    try (Epoll epoll = Select.epoll()) {
      for (int i = 0; i < ROUNDS; i++) {
        var pair = Socket.socketpair();
        try (Socket a = pair.a(); Socket b = pair.b()) {
          epoll.register(b, Select.EPOLLIN);
          a.sendall(encode("x"));
          List<PollEvent> events = together(() -> epoll.poll(0), () -> epoll.unregister(b));
          assertThat(events.size()).isLessThanOrEqualTo(1);
          assertThat(epoll.poll(0)).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoSelectOnTheSameSocket_bothAreTold(boolean isVirtual) throws InterruptedException {
    for (int i = 0; i < ROUNDS / 3; i++) {
      var pair = Socket.socketpair();
      try (Socket a = pair.a(); Socket b = pair.b()) {
        var told = new AtomicInteger();
        Runnable select = () -> told.addAndGet(Select.select(List.of(b), List.of(), List.of(), LONG).rlist().size());
        var threads = List.of(thread(isVirtual, select), thread(isVirtual, select));
        a.sendall(encode("x"));
        for (Thread thread : threads) {
          thread.join();
        }
        assertThat(told).hasValue(2);
      }
    }
  }

  private static Thread thread(boolean isVirtual, Runnable task) {
    return isVirtual ? Thread.ofVirtual().start(task) : Thread.ofPlatform().start(task);
  }

  /** The other end hears of the close, and nothing is told of what is closed. */
  @Test
  void closeAgainstEdge_isHeardAndNotTold() {
    try (Epoll epoll = Select.epoll()) {
      for (int i = 0; i < ROUNDS; i++) {
        var pair = Socket.socketpair();
        Socket b = pair.b();
        try (Socket a = pair.a()) {
          epoll.register(b, Select.EPOLLIN | Select.EPOLLRDHUP | Select.EPOLLET);
          assertThat(together(() -> epoll.poll(0), b::close)).isEmpty();
          assertThat(a.recv(1)).isEqualTo(encode(""));
          assertThat(epoll.poll(0)).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Select.EPOLLET})
  void closeOfTheEpollAgainstPoll_alwaysEnds(int flags) {
    for (int i = 0; i < ROUNDS; i++) {
      var pair = Socket.socketpair();
      Epoll epoll = Select.epoll();
      try (Socket _ = pair.a(); Socket b = pair.b()) {
        epoll.register(b, Select.EPOLLIN | flags);
        boolean isTold = together(() -> {
          try {
            return epoll.poll(LONG).isEmpty();
          } catch (ValueError e) {
            return true;
          }
        }, epoll::close);
        assertThat(isTold).isTrue();
      }
    }
  }
}

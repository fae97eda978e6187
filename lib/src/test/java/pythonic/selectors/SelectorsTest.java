package pythonic.selectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.selectors.Selectors.EVENT_READ;
import static pythonic.selectors.Selectors.EVENT_WRITE;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.KeyError;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;
import pythonic.socket.SocketPair;

final class SelectorsTest {

  private final SocketPair pair = Socket.socketpair();
  private final Socket a = pair.a();
  private final Socket b = pair.b();

  static Stream<Supplier<BaseSelector>> kinds() {
    return Stream.of(SelectSelector::new, PollSelector::new, EpollSelector::new, DefaultSelector::new);
  }

  @AfterEach
  void close() {
    a.close();
    b.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void row132_misuse_raisesPythonsErrors(Supplier<BaseSelector> kind) {
    try (var s = kind.get()) {
      assertThat(s.register(a, EVENT_READ, "d"))
          .hasToString("SelectorKey(fileobj=" + a + ", fd=" + a.fileno() + ", events=1, data='d')");
      assertThatThrownBy(() -> s.register(a, 1))
          .isInstanceOf(KeyError.class).hasMessage("'" + a + " (FD " + a.fileno() + ") is already registered'");
      assertThatThrownBy(() -> s.register(b, 0)).isInstanceOf(ValueError.class).hasMessage("Invalid events: 0");
      assertThatThrownBy(() -> s.register(b, 4)).isInstanceOf(ValueError.class).hasMessage("Invalid events: 4");
      assertThatThrownBy(() -> s.register("x", 1)).isInstanceOf(ValueError.class).hasMessage("Invalid file object: 'x'");
      assertThatThrownBy(() -> s.register(-1, 1)).isInstanceOf(ValueError.class).hasMessage("Invalid file descriptor: -1");
      assertThatThrownBy(() -> s.unregister(b)).isInstanceOf(KeyError.class).hasMessage("'" + b + " is not registered'");
      assertThatThrownBy(() -> s.modify(b, 1)).isInstanceOf(KeyError.class).hasMessage("'" + b + " is not registered'");
      assertThatThrownBy(() -> s.get_key(b)).isInstanceOf(KeyError.class).hasMessage("'" + b + " is not registered'");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void row132_select_zeroAndLessOnlyLook(Supplier<BaseSelector> kind) {
    try (var s = kind.get()) {
      s.register(a, EVENT_READ);
      assertThat(s.select(0)).isEmpty();
      assertThat(s.select(-1)).isEmpty();
      SelectorKey key = s.modify(a, EVENT_READ | EVENT_WRITE, "e");
      assertThat(s.select()).containsExactly(new Ready(key, EVENT_WRITE));
      b.send(encode("1"));
      assertThat(s.select()).containsExactly(new Ready(key, EVENT_READ | EVENT_WRITE));
      assertThat(s.get_map()).hasSize(1).containsKey(a).doesNotContainKey(b).containsKey(a.fileno());
      assertThat(s.get_key(a)).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unregister_ofWhatIsClosed(Supplier<BaseSelector> kind) {
    try (var s = kind.get()) {
      s.register(a, EVENT_WRITE);
      a.close();
      assertThat(s.unregister(a).fileobj()).isSameAs(a);
      s.register(b, EVENT_READ);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void getMap_keptByTheProgram_showsWhatIsKnownNow(Supplier<BaseSelector> kind) {
    BaseSelector s = kind.get();
    Map<Object, SelectorKey> map = s.get_map();
    assertThat(map).isEmpty();
    SelectorKey key = s.register(a, EVENT_READ, "d");
    assertThat(map).hasSize(1).containsEntry(a.fileno(), key).containsValue(key);
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    s.close();
    assertThat(map).isEmpty();
  }

  /** What its fileno raises is no number: Python says so, and not that the object is closed. */
  @ParameterizedTest
  @MethodSource("kinds")
  void register_ofAClosedFile_isInvalid(Supplier<BaseSelector> kind) {
    try (var s = kind.get()) {
      SocketFile<byte[]> file = a.makefile("rb");
      SelectorKey key = s.register(file, EVENT_READ);
      assertThat(key.fd()).isEqualTo(a.fileno());
      file.close();
      assertThatThrownBy(() -> s.register(file, EVENT_READ)).isInstanceOf(KeyError.class); // found by what it is
      assertThat(s.unregister(file)).isEqualTo(key);
      assertThatThrownBy(() -> s.register(file, EVENT_READ)).isInstanceOf(ValueError.class).hasMessage("Invalid file object: " + file);
    }
  }

  @Test
  void fileno_ofAClosedOne_raises() {
    var s = new EpollSelector();
    assertThat(s.fileno()).isNotNegative();
    s.close();
    assertThatThrownBy(s::fileno).isInstanceOf(ValueError.class).hasMessage("I/O operation on closed epoll object");
  }

  @Test
  void select_ofWhatIsClosed_isAsThatOfTheSystemsCall() {
    try (var select = new SelectSelector(); var poll = new PollSelector(); var epoll = new EpollSelector()) {
      for (BaseSelector s : new BaseSelector[] {select, poll, epoll}) {
        s.register(b, EVENT_WRITE);
      }
      b.close();
      assertThatThrownBy(() -> select.select(0)).isInstanceOf(OSError.class).hasMessage("[Errno 9] Bad file descriptor");
      assertThat(poll.select(0)).hasSize(1);
      assertThat(epoll.select(0.02)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void row132_closed_raises(Supplier<BaseSelector> kind) {
    var s = kind.get();
    s.close();
    s.close();
    assertThatThrownBy(() -> s.get_key(a)).isInstanceOf(RuntimeError.class).hasMessage("Selector is closed");
    assertThat(s.get_map()).isNull();
    if (s instanceof EpollSelector) {
      assertThatThrownBy(() -> s.register(a, 1)).isInstanceOf(ValueError.class).hasMessage("I/O operation on closed epoll object");
      assertThatThrownBy(() -> s.select(0)).isInstanceOf(ValueError.class).hasMessage("I/O operation on closed epoll object");
    } else {
      assertThat(s.select(0)).isEmpty();
    }
  }
}

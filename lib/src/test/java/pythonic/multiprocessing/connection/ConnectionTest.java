package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.family;

import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.EOFError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.AuthenticationError;
import pythonic.socket.Address;
import pythonic.socket.Gaierror;

/** Connections over sockets, and how they come about. */
final class ConnectionTest {

  private final byte[] key = encode("secret");
  private final Listener listener = new Listener(authkey(key));
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void connect() {
    var accepted = CompletableFuture.supplyAsync(listener::accept);
    opened(Connection.Client((String) listener.address(), authkey(key)));
    opened(accepted.join());
  }

  private <C extends AutoCloseable> C opened(C made) {
    open.add(made);
    return made;
  }

  @AfterEach
  void close() throws Exception {
    listener.close();
    for (AutoCloseable made : open) {
      made.close();
    }
  }

  @Test
  void row116_wrongKey_isToldToBoth() {
    var refused = CompletableFuture.supplyAsync(() -> {
      try {
        return opened(listener.accept()).toString();
      } catch (AuthenticationError e) {
        return e.getMessage();
      }
    });
    assertThatExceptionOfType(AuthenticationError.class)
        .isThrownBy(() -> Connection.Client((String) listener.address(), authkey(encode("wrong"))))
        .withMessage("digest sent was rejected");
    assertThat(refused.join()).isEqualTo("digest received was wrong");
  }

  @Test
  void stranger_objects_areNotMade() {
    try (var open = new Listener(new Address("localhost", 0))) {
      var accepted = CompletableFuture.supplyAsync(open::accept);
      Connection stranger = opened(Connection.Client((Address) open.address()));
      Connection ours = opened(accepted.join());
      assertThat(open.last_accepted()).isInstanceOf(Address.class);
      stranger.send(List.of(1, "plain"));
      Map<String, Object> answer = Map.of("ok", true, "rows", List.of(List.of(), List.of(), Map.of()), "of", Set.of(new BigInteger("9".repeat(30))));
      stranger.send(answer);
      stranger.send(new Address("more", 1));
      assertThat(ours.recv()).isEqualTo(List.of(1, "plain"));
      assertThat(ours.recv()).isEqualTo(answer);
      assertThatExceptionOfType(AuthenticationError.class).isThrownBy(() -> ours.recv()).withMessageContaining("authkey");
    }
  }

  @Test
  void row116_noHandshake_isRefusedAsInPython() throws Exception {
    try (var open = new Listener(new Address("localhost", 0), authkey(key))) {
      var address = (Address) open.address();
      for (String told : List.of("GET / HTTP/1.0\r\n\r\n", "")) {
        var accepted = CompletableFuture.supplyAsync(open::accept);
        try (var stranger = new Socket(address.host(), address.port())) {
          stranger.getOutputStream().write(encode(told));
          stranger.shutdownOutput();
          assertThatThrownBy(accepted::join).cause().isInstanceOf(told.isEmpty() ? EOFError.class : OSError.class)
              .hasMessage(told.isEmpty() ? "" : "bad message length");
        }
      }
    }
  }

  @Test
  void row116_refused_isClosed() throws Exception {
    try (var open = new Listener(new Address("localhost", 0), authkey(key))) {
      var accepted = CompletableFuture.supplyAsync(open::accept);
      var address = (Address) open.address();
      try (var stranger = new Socket(address.host(), address.port())) {
        stranger.setSoTimeout(30_000);
        stranger.getOutputStream().write(encode("\0\0\0\5hello"));
        assertThatThrownBy(accepted::join).hasCauseInstanceOf(AuthenticationError.class);
        assertThat(stranger.getInputStream().readAllBytes()).as("a challenge, a refusal, and the end").isNotEmpty();
      }
    }
  }

  @Test
  void row117_listenerClosed_raisesOSErrorAndLeavesNoFile() {
    assertThat(listener.last_accepted()).isEqualTo("");
    var waiting = CompletableFuture.supplyAsync(() -> {
      try {
        return listener.accept().toString();
      } catch (OSError e) {
        return e.getMessage();
      }
    });
    listener.close();
    assertThat(waiting.join()).isEqualTo("listener is closed");
    fails(listener::accept, "listener is closed");
    assertThat(Path.of((String) listener.address()).getParent()).doesNotExist();
  }

  @Test
  void addresses_wrong_raiseAsInPython() throws Exception {
    assertThatExceptionOfType(FileNotFoundError.class).isThrownBy(() -> Connection.Client("/nope/x"))
        .withMessage("[Errno 2] No such file or directory");
    assertThatExceptionOfType(FileNotFoundError.class).isThrownBy(() -> new Listener("/nope/x"));
    assertThatExceptionOfType(ConnectionRefusedError.class).isThrownBy(() -> Connection.Client(new Address("localhost", 1)))
        .withMessage("[Errno 111] Connection refused");
    assertThatExceptionOfType(OverflowError.class).isThrownBy(() -> Connection.Client(new Address("localhost", 99999)))
        .withMessage("connect(): port must be 0-65535.");
    assertThatExceptionOfType(Gaierror.class).isThrownBy(() -> Connection.Client(new Address("no-such-host.invalid", 5)))
        .withMessage("[Errno -2] Name or service not known");
    fails(() -> Connection.Client("x".repeat(200)), "AF_UNIX path too long");
    assertThatExceptionOfType(ValueError.class).isThrownBy(() -> new Listener(family("AF_FOO")));
    try (var one = new Listener(family("AF_INET"))) {
      fails(() -> new Listener((Address) one.address()), "[Errno 98] Address already in use");
    }
    Path file = Files.createTempDirectory("listener").resolve("s");
    new Listener(file.toString()).close();
    assertThat(file).doesNotExist();
    Files.delete(file.getParent());
  }

  @Test
  void row117_listenerWithoutAnAddress_findsOne() {
    try (var empty = new Listener("");
        var none = new Listener((String) null);
        var ofAddress = new Listener((Address) null);
        var internet = new Listener("", family("AF_INET"))) {
      assertThat(Stream.of(empty, none, ofAddress).map(Listener::address).distinct()).hasSize(3).allMatch(String.class::isInstance);
      assertThat(internet.address()).isInstanceOf(Address.class);
      Connection.Client((String) empty.address()).close();
    }
  }

  // As CPython 3.13 answers.
  @Test
  void families_wrong_raiseAsInPython() {
    raises(ValueError.class, () -> new Listener(family("AF_FOO")), "unrecognized family");
    raises(ValueError.class, () -> new Listener(family("AF_PIPE")), "Family AF_PIPE is not recognized.");
    raises(ValueError.class, () -> new Listener("\\\\.\\pipe\\x"), "Family AF_PIPE is not recognized.");
    raises(ValueError.class, () -> new Listener("/nope/x", family("AF_FOO")), "Family AF_FOO is not recognized.");
    raises(TypeError.class, () -> new Listener("/x", family("AF_INET")), "bind(): AF_INET address must be tuple, not str");
    var somewhere = new Address("localhost", 0);
    raises(TypeError.class, () -> new Listener(somewhere, family("AF_UNIX")), "a bytes-like object is required, not 'tuple'");
    raises(ValueError.class, () -> Connection.Client((String) null), "address type of None unrecognized");
    raises(ValueError.class, () -> Connection.Client("\\\\.\\pipe\\x"), "Family AF_PIPE is not recognized.");
    raises(ValueError.class, () -> Connection.Client(somewhere, family("AF_PIPE")), "Family AF_PIPE is not recognized.");
    raises(OSError.class, () -> Connection.Client(""), "[Errno 22] Invalid argument");
    raises(OverflowError.class, () -> new Listener(new Address("localhost", -1)), "bind(): port must be 0-65535.");
    raises(OSError.class, () -> new Listener(new Address("8.8.8.8", 0)), "[Errno 99] Cannot assign requested address");
    try (var listener = new Listener(somewhere)) {
      Connection.Client((Address) listener.address(), family("AF_UNIX")).close(); // the address decides
    }
  }

  private static void raises(Class<? extends Throwable> type, Runnable call, String message) {
    assertThatExceptionOfType(type).isThrownBy(call::run).withMessage(message);
  }

  private static void fails(Runnable call, String message) {
    assertThatExceptionOfType(OSError.class).isThrownBy(call::run).withMessage(message);
  }
}

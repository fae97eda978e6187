package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.testing.CPython;

@Timeout(60)
class HandshakeTest {

  private static final byte[] KEY = "the key".getBytes(US_ASCII);
  private static final byte[] WELCOME = "#WELCOME#".getBytes(US_ASCII);

  @TempDir private Path folder;
  private SocketPair sockets;
  private FrameChannel server;
  private FrameChannel client;

  @BeforeEach
  void connect() throws IOException {
    sockets = SocketPair.open();
    server = new FrameChannel(sockets.a());
    client = new FrameChannel(sockets.b());
  }

  @AfterEach
  void disconnect() throws IOException {
    sockets.close();
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Starts one end; the result is its failure, or null. */
  private static CompletableFuture<IOException> start(Action action) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            action.run();
            return null;
          } catch (IOException e) {
            return e;
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @Test
  void bothEnds_sameKey_agreeAndReadLongFramesAgain() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    Handshake.asClient(client, KEY);
    assertThat(other.join()).isNull();
    server.write(new byte[1_000]);
    assertThat(client.read()).hasSize(1_000);
  }

  @Test
  void bothEnds_emptyKey_agree() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, new byte[0]));
    Handshake.asClient(client, new byte[0]);
    assertThat(other.join()).isNull();
  }

  @Test
  void row116_wrongKey_bothEndsSaySo() {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    assertThatThrownBy(() -> Handshake.asClient(client, bytes("another")))
        .isInstanceOf(AuthenticationException.class)
        .hasMessage("digest sent was rejected");
    assertThat(other.join()).isInstanceOf(AuthenticationException.class).hasMessage("digest received was wrong");
  }

  @Test
  void asServer_clientThatSkipsOurChallenge_isRefused() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    client.read();
    client.write(bytes("let me in"));
    assertThat(client.read()).asString().isEqualTo("#FAILURE#");
    assertThat(other.join()).isInstanceOf(AuthenticationException.class).hasMessageContaining("b'let me in'");
  }

  @Test
  void asServer_frameTooLongForAHandshake_isNotRead() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    client.read();
    client.write(new byte[257]);
    assertThat(other.join()).hasMessageStartingWith("bad message length: 257");
  }

  @Test
  void asServer_clientThatLeaves_raisesEof() {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    client.close();
    assertThat(other.join()).isInstanceOf(IOException.class);
  }

  @Test
  void asClient_serverThatLeaves_raisesEof() {
    server.close();
    assertThatThrownBy(() -> Handshake.asClient(client, KEY)).isInstanceOf(EOFException.class);
  }

  @Test
  void asClient_serverThatProvesNothing_isRefused() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asClient(client, KEY));
    server.write(bytes("#CHALLENGE#{sha256}"), new byte[40]);
    server.read();
    server.write(WELCOME);
    assertThat(server.read()).asString().startsWith("#CHALLENGE#{sha256}");
    server.write(bytes("{sha256}"), new byte[32]);
    assertThat(server.read()).asString().isEqualTo("#FAILURE#");
    assertThat(other.join()).hasMessage("digest received was wrong");
  }

  @Test
  void asServer_macOfWrongLength_isRefused() throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asServer(server, KEY));
    client.read();
    client.write(bytes("{sha256}"), new byte[3]);
    assertThat(other.join()).hasMessage("expected 'sha256' of length 32 got 3");
  }

  @ParameterizedTest
  @CsvSource({"hello, Protocol error", "#CHALLENGE#short, challenge too short", "#CHALLENGE#{sha1}0123456789012345678, unsupported"})
  void asClient_badChallenge_isRefused(String challenge, String text) throws IOException {
    server.write(bytes(challenge));
    assertThatThrownBy(() -> Handshake.asClient(client, KEY))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining(text);
  }

  /** What CPython 3.13.0 answers to a challenge of the bytes 0 to 39, recorded; without a prefix the first 20. */
  @ParameterizedTest
  @CsvSource({
    "sha256, 027bf3e44b180a48d71aaec8de1b3953288c35ffe5adfb1f92745a88eedeec37",
    "sha3_256, c8698cc15923540d9b465c0ce68c7cf71c00d0b749ae6213a1914d95e3b3de4a",
    "'', 218846807193555069ce9f160baee7de"
  })
  void asClient_recordedChallenge_answersLikeCPython(String digest, String answer) throws IOException {
    CompletableFuture<IOException> other = start(() -> Handshake.asClient(client, KEY));
    String prefix = digest.isEmpty() ? "" : "{" + digest + "}";
    var nonce = new byte[digest.isEmpty() ? 20 : 40];
    for (int i = 0; i < nonce.length; i++) {
      nonce[i] = (byte) i;
    }
    server.write(bytes("#CHALLENGE#" + prefix), nonce);
    byte[] expected = HexFormat.of().parseHex(answer);
    byte[] given = server.read();
    assertThat(HexFormat.of().formatHex(given)).isEqualTo(HexFormat.of().formatHex(bytes(prefix)) + HexFormat.of().formatHex(expected));
    server.close();
    assertThat(other.join()).isInstanceOf(IOException.class);
  }

  /** Recorded with CPython's hmac: a key above the block size of every digest. */
  @ParameterizedTest
  @CsvSource({
    "MD5, c6be3eaf61d897caebd4ab3c6424c8f9",
    "SHA256, 3badf82b9f5273bc369d6a02e72487c74a31bff445000fec40fe0cee65c08bf2",
    "SHA384, 88ad23d17655fc698faa8ea2a7d868b941eaba84c622f1ffcc0cd2ea224e10cc99834446a734cb131eb14f05978e2150",
    "SHA3_256, 6e52f6eec362bb1d2864c87c2a81fe6f65e71cc1008b197c5fffa8043fcab284",
    "SHA3_384, 0ed73c9cfbb1c7153008cdca6bb7f136795b3a290201fac3796d6b58eb9c2f23f6e4f113486c49eb7e64ec67dea36e55"
  })
  void hmac_keyLongerThanABlock_isCPythons(Hmac hmac, String expected) throws IOException {
    byte[] given = hmac.of("k".repeat(200).getBytes(US_ASCII), bytes("message"));
    assertThat(HexFormat.of().formatHex(given)).isEqualTo(expected);
  }

  @Test
  void asClient_cpythonListener_exchangesMessages() throws Exception {
    Path file = folder.resolve("listener");
    String script =
        """
        from multiprocessing.connection import Listener
        import sys
        with Listener(sys.argv[1], 'AF_UNIX', authkey=b'the key') as listener:
            print('ready', flush=True)
            with listener.accept() as connection:
                connection.send_bytes(connection.recv_bytes().upper())
            try:
                listener.accept()
            except Exception as e:
                print(type(e).__name__, e, flush=True)
        """;
    Process python = cpython(script, file);
    if (python == null) {
      return;
    }
    try (var lines = python.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("ready");
      try (var channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(file)))) {
        Handshake.asClient(channel, KEY);
        channel.write(bytes("hello"));
        assertThat(channel.read()).asString().isEqualTo("HELLO");
      }
      try (var channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(file)))) {
        assertThatThrownBy(() -> Handshake.asClient(channel, bytes("another"))).hasMessage("digest sent was rejected");
      }
      assertThat(lines.readLine()).isEqualTo("AuthenticationError digest received was wrong");
      assertThat(python.waitFor()).isZero();
    } finally {
      python.destroyForcibly();
    }
  }

  @Test
  void asServer_cpythonClient_exchangesMessages() throws Exception {
    Path file = folder.resolve("server");
    String script =
        """
        from multiprocessing.connection import Client
        import sys
        with Client(sys.argv[1], 'AF_UNIX', authkey=b'the key') as connection:
            connection.send_bytes(b'x' * 100000)
            print(connection.recv_bytes().decode(), flush=True)
        try:
            Client(sys.argv[1], 'AF_UNIX', authkey=b'another')
        except Exception as e:
            print(type(e).__name__, e, flush=True)
        """;
    try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(UnixDomainSocketAddress.of(file));
      Process python = cpython(script, file);
      if (python == null) {
        return;
      }
      try (var lines = python.inputReader()) {
        try (var channel = new FrameChannel(listener.accept())) {
          Handshake.asServer(channel, KEY);
          assertThat(channel.read()).hasSize(100_000).containsOnly('x');
          channel.write(bytes("thanks"));
          assertThat(lines.readLine()).isEqualTo("thanks");
        }
        try (var channel = new FrameChannel(listener.accept())) {
          assertThatThrownBy(() -> Handshake.asServer(channel, KEY)).hasMessage("digest received was wrong");
          assertThat(lines.readLine()).isEqualTo("AuthenticationError digest sent was rejected");
        }
        assertThat(python.waitFor()).isZero();
      } finally {
        python.destroyForcibly();
      }
    }
  }

  /** Starts the script in CPython; where there is none, says that the recorded answers are all there is, null. */
  private @Nullable Process cpython(String script, Path file) throws IOException {
    String python = CPython.find(12).map(CPython.Interpreter::path).orElse(null);
    if (python == null) {
      System.out.println("No python3 >= 3.12 found: the handshake is checked against recorded answers of CPython only.");
      asClient_recordedChallenge_answersLikeCPython(
          "sha256", "027bf3e44b180a48d71aaec8de1b3953288c35ffe5adfb1f92745a88eedeec37");
      return null;
    }
    return new ProcessBuilder(python, "-c", script, file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}

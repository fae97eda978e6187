package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FrameChannelTest {

  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);
  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  private SocketPair sockets;
  private FrameChannel a;
  private FrameChannel b;

  @BeforeEach
  void connect() throws IOException {
    sockets = SocketPair.open();
    a = new FrameChannel(sockets.a());
    b = new FrameChannel(sockets.b());
  }

  @AfterEach
  void disconnect() throws IOException {
    sockets.close();
  }

  private interface Action {
    void run() throws Exception;
  }

  private static CompletableFuture<Void> start(Executor executor, Action action) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            action.run();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @Test
  void write_severalParts_arriveAsOneFrame() throws IOException {
    a.write(bytes("ab"), bytes(""), bytes("cde"));
    a.write();
    a.write(bytes("f"));
    assertThat(b.read()).asString().isEqualTo("abcde");
    assertThat(b.read()).isEmpty();
    assertThat(b.read()).asString().isEqualTo("f");
  }

  @Test
  void write_aFrame_isCPythonsFormat() throws IOException {
    a.write(bytes("hey"));
    ByteBuffer raw = ByteBuffer.allocate(7);
    while (raw.hasRemaining()) {
      sockets.b().read(raw);
    }
    assertThat(raw.array()).containsExactly(0, 0, 0, 3, 'h', 'e', 'y');
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32_763, 32_764, 32_765, 32_768, 65_536, 5_000_000})
  void read_anyLength_arrivesWhole(int length) throws IOException {
    var frame = new byte[length];
    new Random(length).nextBytes(frame);
    CompletableFuture<Void> writer = start(VIRTUAL, () -> a.write(frame, bytes("end")));
    assertThat(b.read()).isEqualTo(ByteBuffer.allocate(length + 3).put(frame).put(bytes("end")).array());
    writer.join();
  }

  @Test
  void read_longForm_isUnderstood() throws IOException {
    sockets.a().write(ByteBuffer.allocate(13).putInt(-1).putLong(1).put((byte) 'x').flip());
    assertThat(b.read()).asString().isEqualTo("x");
  }

  @Test
  void read_otherEndClosedBetweenFrames_raisesEof() throws IOException {
    a.write(bytes("last"));
    a.close();
    assertThat(b.read()).asString().isEqualTo("last");
    assertThatThrownBy(b::read)
        .isInstanceOf(EOFException.class)
        .hasMessage("the other end closed the connection");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 6})
  void read_otherEndClosedWithinFrame_raisesEofThatSaysSo(int sent) throws IOException {
    byte[] frame = {0, 0, 0, 3, 'h', 'e', 'y'};
    sockets.a().write(ByteBuffer.wrap(frame, 0, sent));
    a.close();
    assertThatThrownBy(b::read)
        .isInstanceOf(EOFException.class)
        .hasMessage("the other end closed the connection in the middle of a message");
  }

  @Test
  void read_aboveTheLimit_raisesAndClosesBeforeAllocating() throws IOException {
    b.limit(256);
    sockets.a().write(ByteBuffer.allocate(4).putInt(257).flip());
    assertThatThrownBy(b::read).isInstanceOf(IOException.class).hasMessageStartingWith("bad message length");
    assertThat(b.channel().isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, Long.MAX_VALUE})
  void read_absurdLength_raises(long length) throws IOException {
    b.limit(Long.MAX_VALUE);
    sockets.a().write(ByteBuffer.allocate(12).putInt(-1).putLong(length).flip());
    assertThatThrownBy(b::read).isInstanceOf(IOException.class).hasMessageStartingWith("bad message length");
  }

  @Test
  void write_byManyThreadsAtOnce_framesDoNotMix() throws IOException {
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 8; i++) {
      var frame = new byte[1 + i * 9_001];
      Arrays.fill(frame, (byte) i);
      writers.add(
          start(
              i % 2 == 0 ? THREADS : VIRTUAL,
              () -> {
                for (int n = 0; n < 200; n++) {
                  a.write(frame);
                }
              }));
    }
    var count = new int[8];
    for (int n = 0; n < 8 * 200; n++) {
      byte[] frame = b.read();
      count[frame[0]]++;
      var expected = new byte[1 + frame[0] * 9_001];
      Arrays.fill(expected, frame[0]);
      assertThat(frame).isEqualTo(expected);
    }
    assertThat(count).containsOnly(200);
    writers.forEach(CompletableFuture::join);
  }

  @Test
  void close_whileAnotherThreadReads_wakesIt() {
    CompletableFuture<Void> reader = start(THREADS, b::read);
    b.close();
    assertThatThrownBy(reader::join).hasCauseInstanceOf(ClosedChannelException.class);
    b.close();
  }

  @Test
  void close_whileAnotherThreadWrites_wakesItAndLaterWritesFail() throws IOException {
    var begun = new CompletableFuture<Void>();
    CompletableFuture<Void> writer =
        start(
            THREADS,
            () -> {
              begun.complete(null);
              a.write(new byte[50_000_000]);
            });
    begun.join();
    b.channel().read(ByteBuffer.allocate(10));
    a.close();
    assertThatThrownBy(writer::join).hasCauseInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> a.write(bytes("more"))).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void read_interrupted_closesTheChannelAsDocumented() {
    var caught = new CompletableFuture<Throwable>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    b.read();
                  } catch (IOException e) {
                    caught.complete(e);
                  }
                });
    reader.interrupt();
    assertThat(caught.join()).isInstanceOf(ClosedByInterruptException.class);
    assertThat(b.channel().isOpen()).isFalse();
  }

  @Test
  void readAndWrite_onVirtualThreads_thousandsOfRoundTrips() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> echo =
          start(
              executor,
              () -> {
                for (int i = 0; i < 5_000; i++) {
                  b.write(b.read());
                }
              });
      for (int i = 0; i < 5_000; i++) {
        byte[] frame = ByteBuffer.allocate(4).putInt(i).array();
        a.write(frame);
        assertThat(a.read()).isEqualTo(frame);
      }
      echo.join();
    }
  }
}

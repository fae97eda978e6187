package pythonic.internal.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;

final class ReadAheadTest {

  @Test
  void whenReady_somethingComes_isTold() throws Exception {
    Pipe pipe = Pipe.open();
    try (var sink = Channels.newOutputStream(pipe.sink()); var ahead = new ReadAhead(Channels.newInputStream(pipe.source()))) {
      var told = new CountDownLatch(1);
      Runnable cancel = ahead.whenReady(told::countDown);
      assertThat(ahead.available()).isZero();
      sink.write(new byte[] {1, 2});
      told.await();
      cancel.run();
      assertThat(ahead.look()).isTrue();
      assertThat(ahead.available()).isEqualTo(2);
      assertThat(ahead.readNBytes(2)).containsExactly(1, 2);
      pipe.sink().close();
      assertThat(ahead.read()).isEqualTo(-1);
    }
  }

  /** Another thread is blocked in the stream and has its lock: a look returns, and both threads together get all, in order. */
  @Test
  void look_whileAnotherReadsTheStreamItself_doesNotWaitForIt() throws Exception {
    Pipe pipe = Pipe.open();
    InputStream direct = new BufferedInputStream(Channels.newInputStream(pipe.source()));
    try (var sink = Channels.newOutputStream(pipe.sink()); var ahead = new ReadAhead(direct)) {
      var other = Threads.start(() -> {
        int first = direct.read();
        return first * 10 + ahead.read();
      });
      Threads.await("the other reads", () -> Arrays.stream(other.thread().getStackTrace()).anyMatch(frame -> frame.getClassName().contains("BufferedInputStream")));
      assertThat(ahead.look()).isFalse();
      assertThat(ahead.look()).isFalse();
      sink.write(new byte[] {7, 8});
      assertThat(other.join()).isEqualTo(78);
    }
  }

  @Test
  void read_sourceFails_tellsOnce() throws IOException {
    var failing = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("no more");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("no more");
      }
    };
    try (var ahead = new ReadAhead(failing)) {
      Threads.await("the failure", ahead::look);
      assertThatThrownBy(ahead::read).isInstanceOf(IOException.class).hasMessage("no more");
    }
  }

  @Test
  void close_whileAnotherWaits_endsTheWait() throws IOException {
    Pipe pipe = Pipe.open();
    try (var _ = pipe.sink()) {
      var ahead = new ReadAhead(Channels.newInputStream(pipe.source()));
      var reader = Threads.startAndAwaitParked(ahead::read);
      ahead.close();
      assertThat(reader.joinError()).hasMessage("Stream closed");
    }
  }

  @Test
  void read_longerThanAPiece_getsAll() throws IOException {
    var all = new byte[300_000];
    Arrays.fill(all, 100_000, 200_000, (byte) 7);
    try (var ahead = new ReadAhead(new ByteArrayInputStream(all))) {
      assertThat(ahead.readAllBytes()).isEqualTo(all);
      Threads.await("the end again", ahead::look);
    }
  }
}

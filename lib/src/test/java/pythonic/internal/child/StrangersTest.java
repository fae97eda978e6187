package pythonic.internal.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serial;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;
import pythonic.internal.wire.Pickler;
import pythonic.testing.Threads;

/** Whoever finds the private socket of a child that is about to connect, and has no key. */
@Timeout(120)
final class StrangersTest {

  private static final int CODE = 7;
  private static final double LIMIT = 60;

  /** What a child does that connects after the strangers. */
  static final class Job implements ChildJob {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int run() {
      return CODE;
    }
  }

  /** Fails whoever deserialises it: a stranger's bytes must never be. */
  static final class Trap implements ChildJob {
    @Serial private static final long serialVersionUID = 1L;

    static volatile boolean sprung;

    @Serial
    private Object readResolve() {
      sprung = true;
      return this;
    }

    @Override
    public int run() {
      return 1;
    }
  }

  private static FrameChannel connect(Path folder) throws IOException {
    return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("s"))));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void strangers_areRefused_andTheOneWithTheKeyIsFound() throws IOException {
    byte[] key = {1, 2, 3};
    var rendezvous = new Rendezvous();
    try {
      rendezvous.key(key);
      Path folder = rendezvous.folder().path();
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(rendezvous.folder().socket())).isEqualTo("rw-------");
      var awaited = Threads.start(rendezvous::await);
      try (FrameChannel silent = connect(folder);
          FrameChannel wrong = connect(folder);
          FrameChannel garbage = connect(folder);
          FrameChannel right = connect(folder)) {
        assertThatThrownBy(() -> Handshake.asClient(wrong, new byte[] {1, 2, 4})).isInstanceOf(IOException.class);
        garbage.read();
        garbage.channel().write(ByteBuffer.wrap(new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 0}));
        assertThatThrownBy(garbage::read).isInstanceOf(IOException.class);
        Handshake.asClient(right, key);
        right.write(new byte[] {9});
        assertThat(awaited.join().read()).containsExactly(9);
        rendezvous.close();
        silent.read(); // the challenge that it was sent before
        assertThatThrownBy(silent::read).as("no longer asked").isInstanceOf(IOException.class);
      }
    } finally {
      rendezvous.close();
    }
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(PrivateFolder.file("x").getParent())) {
      String own = PrivateFolder.PREFIX + ProcessHandle.current().pid() + "-";
      return all.filter(path -> path.getFileName().toString().startsWith(own)).toList();
    }
  }

  @Test
  void strangersBeforeTheChild_childRunsItsJobAllTheSame() throws IOException {
    List<Path> before = folders();
    var strangers = new java.util.ArrayList<FrameChannel>();
    ChildJvm child = ChildJvm.launch(Launch.usual(), () -> {
      try { // the socket is there, the child's JVM has just been made
        Path folder = folders().stream().filter(path -> !before.contains(path) && Files.exists(path.resolve("s"))).findFirst().orElseThrow();
        for (int i = 0; i < 3; i++) {
          strangers.add(connect(folder));
        }
        strangers.get(1).write(Pickler.dumps(new Trap(), ""));
        strangers.get(2).channel().write(ByteBuffer.wrap(new byte[300]));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return Pickler.dumps(new Job(), "");
    }, ClassSource.none(), _ -> {});
    assertThat(child.join(Deadline.after(LIMIT))).isTrue();
    assertThat(child.exitCode()).isEqualTo(CODE);
    assertThat(strangers).hasSize(3);
    for (FrameChannel stranger : strangers) {
      assertThat(ended(stranger)).as("closed by the parent").isPresent();
      stranger.close();
    }
    assertThat(Trap.sprung).isFalse();
    assertThat(folders()).isEqualTo(before);
  }

  /** {@return how the connection ended; at most a challenge and a refusal came before} */
  private static Optional<IOException> ended(FrameChannel stranger) {
    for (int i = 0; i < 3; i++) {
      try {
        stranger.read();
      } catch (IOException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}

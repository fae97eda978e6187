package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.Serializable;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.BrokenPipeError;
import pythonic.builtins.ConnectionRefusedError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.wire.AuthenticationException;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;
import pythonic.testing.Threads;

@NullUnmarked
@Timeout(60)
final class ManagerServerTest {

  private static final byte[] KEY = "key".getBytes(US_ASCII);

  private final ManagerServer server = new ManagerServer(null, KEY, ManagerServerTest.class.getClassLoader(), List.of(), pid -> new IllegalStateException("abandoned by " + pid));
  private Threads.Helper<Void> serving;

  @BeforeEach
  void serve() {
    serving = Threads.run(server::serve);
  }

  @AfterEach
  void close() throws Throwable {
    server.close();
    serving.join();
    assertThat(Path.of((String) server.address()).getParent()).doesNotExist();
  }

  private ManagerClient client() {
    return ManagerClient.of(server.address(), KEY);
  }

  private static Object value(Reply reply) {
    return ((Reply.Value) reply).value();
  }

  private static long newList(ManagerClient client) throws AuthenticationException {
    return ((Reply.Made) client.create("list")).id();
  }

  private FrameChannel connect() throws IOException {
    return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of((String) server.address())));
  }

  @Test
  void strangers_areRefusedAndTheServerGoesOn() throws Exception {
    ManagerClient client = client();
    long list = newList(client);
    try (var silent = connect();
        var wrong = connect();
        var noise = connect()) {
      assertThatThrownBy(() -> Handshake.asClient(wrong, "guess".getBytes(US_ASCII))).isInstanceOf(AuthenticationException.class);
      assertThatThrownBy(wrong::read).isInstanceOf(IOException.class);
      noise.read();
      assertThatThrownBy(
              () -> {
                noise.write(new byte[100_000]);
                noise.read();
              })
          .isInstanceOf(IOException.class);
      client.call(list, "append", 1);
      assertThat(value(client.call(list, "__len__"))).isEqualTo(1);
      assertThat(silent.channel().isOpen()).isTrue();
    }
  }

  @Test
  void client_withAnotherKey_isToldSo() {
    ManagerClient stranger = ManagerClient.of(server.address(), "guess".getBytes(US_ASCII));
    try {
      assertThatThrownBy(() -> stranger.create("list"))
          .isInstanceOf(AuthenticationException.class)
          .hasMessage("digest sent was rejected");
    } finally {
      stranger.end();
    }
  }

  @Test
  void frameThatIsNoRequest_endsThatConnectionOnly() throws Exception {
    ManagerClient client = client();
    long list = newList(client);
    try (var broken = connect()) {
      Handshake.asClient(broken, KEY);
      broken.write(new byte[] {1, 2, 3});
      assertThatThrownBy(broken::read).isInstanceOf(IOException.class);
    }
    assertThat(value(client.call(list, "__len__"))).isEqualTo(0);
  }

  @Test
  void unknownObjectAndUnknownType_areTrouble() throws Exception {
    assertThat(client().call(12, "__len__")).isInstanceOf(Reply.Trouble.class);
    assertThat(client().create("nope")).isInstanceOf(Reply.Trouble.class);
  }

  record Moody(String mood) implements Serializable {
    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException(mood);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void errorOfTheObjectsOwnCode_isRaisedAndLeavesTheObjectUsable() throws Exception {
    ManagerClient client = client();
    long list = newList(client);
    client.call(list, "append", new Moody("bad"));
    Reply reply = client.call(list, "count", new Moody("good"));
    assertThat(((Reply.Raised) reply).error().toThrowable(getClass().getClassLoader()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bad");
    assertThat(value(client.call(list, "__len__"))).isEqualTo(1);
  }

  @Test
  void manyThreads_useNoMoreConnectionsThanCallsInProgress_andLeaveNone() throws Throwable {
    ManagerClient client = client();
    long list = newList(client);
    var go = new CountDownLatch(1);
    var helpers = new ArrayList<Threads.Helper<Void>>();
    for (int i = 0; i < 100; i++) {
      helpers.add(
          Threads.run(
              () -> {
                go.await();
                client.call(Manner.QUICK, list, "append", new Object[] {1});
              }));
    }
    go.countDown();
    for (Threads.Helper<Void> helper : helpers) {
      helper.join();
    }
    assertThat(value(client.call(list, "__len__"))).isEqualTo(100);
    assertThat(server.connections()).isLessThanOrEqualTo(ManagerClient.QUICK_AT_ONCE + 2); // with the lifeline
    client.end();
    Threads.await("no connection is left", () -> server.connections() == 0);
  }

  @Test
  void call_interruptedWhileItWaits_raisesAndTheNextCallWorks() throws Throwable {
    ManagerClient client = client();
    long list = newList(client);
    var slow = new Slow();
    Threads.Helper<Void> caller = Threads.run(() -> client.call(Manner.QUICK, list, "append", new Object[] {slow}));
    Slow.ENTERED.await();
    caller.thread().interrupt();
    assertThatThrownBy(caller::join).isInstanceOf(KeyboardInterrupt.class);
    Slow.LEAVE.countDown();
    Threads.await("the server has made the call", () -> {
      try {
        return Objects.equals(value(client.call(list, "__len__")), 1);
      } catch (AuthenticationException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** Takes its time on arrival. */
  static final class Slow implements Serializable {
    private static final long serialVersionUID = 1L;
    static final CountDownLatch ENTERED = new CountDownLatch(1);
    static final CountDownLatch LEAVE = new CountDownLatch(1);

    private Object readResolve() {
      ENTERED.countDown();
      Uninterruptibles.awaitUninterruptibly(LEAVE);
      return "slow";
    }
  }

  @Test
  void object_withoutProxies_isLetGo() throws Exception {
    ManagerClient client = client();
    long dropped = newList(client);
    long kept = newList(client);
    var proxy = new Object();
    client.watch(new Object(), dropped);
    client.watch(proxy, kept);
    Threads.await("the object has gone", () -> {
      System.gc();
      try {
        return client.call(dropped, "__len__") instanceof Reply.Trouble;
      } catch (AuthenticationException e) {
        throw new IllegalStateException(e);
      }
    });
    assertThat(value(client.call(kept, "__len__"))).isEqualTo(0);
    assertThat(proxy).isNotNull(); // until here it was not collected
  }

  @Test
  void lease_keepsTheObjectUntilTheProxyArrives() throws Exception {
    ManagerClient client = client();
    long list = newList(client);
    long lease = client.lease(list);
    client.watch(new Object(), list);
    Threads.await("the first proxy has gone", () -> {
      System.gc();
      client.lease(list);
      return client.watched() == 0;
    });
    assertThat(client.arrive(list, lease)).isTrue();
    assertThat(value(client.call(list, "__len__"))).isEqualTo(0);
  }

  @Test
  void shutdown_endsServingAndLaterCallsFailAtOnce() throws Throwable {
    ManagerClient client = client();
    long list = newList(client);
    ManagerClient other = client();
    client.shutdown();
    serving.join();
    assertThatThrownBy(() -> client.call(list, "__len__")).isInstanceOf(BrokenPipeError.class);
    assertThatThrownBy(() -> client().call(list, "__len__"))
        .isInstanceOf(ConnectionRefusedError.class)
        .hasMessageContaining((String) server.address());
    assertThat(other).isSameAs(client);
    client().end();
  }
}

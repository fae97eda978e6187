package pythonic.multiprocessing.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.authkey;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OSError;
import pythonic.multiprocessing.Pipe;
import pythonic.testing.Threads;

final class SocketConnectionTest extends ConnectionContract {

  private static final byte[] KEY = encode("secret");

  @Override
  Pipe connect() {
    try (var listener = new Listener(authkey(KEY))) {
      var accepted = CompletableFuture.supplyAsync(listener::accept);
      Connection client = Connection.Client((String) listener.address(), authkey(KEY));
      return new Pipe(client, accepted.join());
    }
  }

  @Test
  void send_interruptedInTheMidstOfAMessage_closesTheConnection() throws Exception {
    var raised = new CompletableFuture<Boolean>();
    Thread sender = Thread.startVirtualThread(() -> {
      try {
        client.send_bytes(new byte[50_000_000]);
      } catch (KeyboardInterrupt e) {
        raised.complete(client.closed());
      }
    });
    Threads.await("it waits", () -> sender.getState() == Thread.State.WAITING);
    sender.interrupt();
    assertThat(raised.get(60, TimeUnit.SECONDS)).isTrue();
    assertThatExceptionOfType(OSError.class).isThrownBy(() -> client.send(1)).withMessage("handle is closed");
    assertThatExceptionOfType(OSError.class).isThrownBy(() -> server.recv_bytes()).withMessage("got end of file during message");
  }
}

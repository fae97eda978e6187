package pythonic.multiprocessing.connection;

import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Keywords.authkey;

import java.util.concurrent.CompletableFuture;
import pythonic.multiprocessing.Pipe;

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
}

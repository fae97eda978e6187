package pythonic.internal.manager;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.KeyError;
import pythonic.internal.text.Traceback;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.Handshake;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** The server's end of one connection: first the proof of the key, then request by request, one answer each. */
final class Conversation {

  /** Seconds that a stranger has to prove that it knows the key. */
  private static final double PATIENCE = 10;

  private final ManagerServer server;
  private final FrameChannel channel;

  Conversation(ManagerServer server, FrameChannel channel) {
    this.server = server;
    this.channel = channel;
  }

  /** Asks for the proof of the key. {@return whether it was given in time} */
  boolean authenticate(byte[] key) {
    var done = new OneShot();
    Thread.ofVirtual()
        .name("pythonic-manager-patience")
        .start(
            () -> {
              if (!done.await(Deadline.after(PATIENCE))) {
                channel.close();
              }
            });
    try {
      Handshake.asServer(channel, key);
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      done.happen();
    }
  }

  /** Runs until either end closes the connection. */
  void run() {
    try {
      while (true) {
        Request request = Request.parse(channel.read());
        server.dispose(request.disposed());
        if (request.object() == Request.SERVER && request.method().equals(Request.SHUTDOWN)) {
          channel.write(new Reply.Value(null).frame());
          server.close();
          return;
        }
        channel.write(answer(request).frame());
      }
    } catch (IOException e) {
      // The caller has gone: the server goes on with the others.
    }
  }

  private Reply answer(Request request) {
    Referent<?> referent = null;
    @Nullable Object[] args;
    try {
      args = (@Nullable Object[]) Objects.requireNonNull(Pickler.loads(request.args(), server.loader()));
      if (request.object() == Request.SERVER) {
        return new Reply.Value(server.create(args));
      }
      referent = server.referent(request.object());
      if (referent == null) {
        throw new KeyError(Long.toHexString(request.object()));
      }
      if (!referent.type.exposes(request.method())) {
        throw new AttributeError(
            "method '" + request.method() + "' of <class '" + referent.type.typeid + "'> object is not in exposed="
                + referent.type.exposed());
      }
    } catch (Exception | LinkageError | StackOverflowError e) {
      return new Reply.Trouble(Traceback.format(e));
    }
    try {
      return new Reply.Value(referent.call(request.method(), args));
    } catch (Throwable e) { // whatever the objects' own equals, hashCode or compareTo throws is the caller's to see
      return new Reply.Raised(PortableError.of(e));
    }
  }
}

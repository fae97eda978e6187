package pythonic.multiprocessing.connection;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.keywords.Authkey;
import pythonic.builtins.keywords.ClientKeyword;
import pythonic.builtins.keywords.Family;
import pythonic.builtins.keywords.Pickle;
import pythonic.internal.calls.Given;
import pythonic.internal.errors.SystemError;
import pythonic.internal.wire.AuthenticationException;
import pythonic.internal.wire.SocketMessages;
import pythonic.multiprocessing.AuthenticationError;

/** Makes connections over sockets, from either side. */
final class Connector {

  private Connector() {}

  static Connection connect(@Nullable Object address, ClientKeyword[] keywords) {
    AddressFamily family = AddressFamily.ofClient(address, Given.find("Client", keywords, Family.class));
    Authkey authkey = Given.find("Client", keywords, Authkey.class);
    byte[] key = authkey == null ? null : authkey.value();
    Codec codec = codec(key, Given.find("Client", keywords, Pickle.class));
    SocketChannel socket = connect(family, family.resolve(Objects.requireNonNull(address), "connect"));
    return authenticated(socket, key, codec, false);
  }

  private static SocketChannel connect(AddressFamily family, SocketAddress address) {
    try {
      SocketChannel socket = SocketChannel.open(family.protocol());
      try {
        socket.connect(address);
        return socket;
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the answer to it is the exception
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  /** Makes a connection of a socket, once the other end has proved that it knows the key, if there is one. */
  static Connection authenticated(SocketChannel socket, byte @Nullable [] key, Codec codec, boolean asServer) {
    try {
      if (socket.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true); // a message is short, and its answer is waited for
      }
      var messages = new SocketMessages(socket);
      var proved = false;
      try {
        if (key != null) {
          messages.authenticate(key, asServer);
        }
        proved = true;
      } finally {
        if (!proved) {
          messages.close();
        }
      }
      return new Connection(new SocketWay(messages), codec, true, true);
    } catch (AuthenticationException e) {
      throw (AuthenticationError) new AuthenticationError(e.getMessage()).initCause(e);
    } catch (IOException e) {
      throw BrokenChannel.error(e);
    }
  }

  /** {@return how values travel} Raises RuntimeError if a library that it needs is missing. */
  static Codec codec(byte @Nullable [] key, @Nullable Pickle pickle) {
    if (pickle != null && pickle.value()) {
      try {
        return new PythonCodec();
      } catch (NoClassDefFoundError e) {
        throw (RuntimeError) new RuntimeError("pickle(true) needs the library net.razorvine:pickle on the class path").initCause(e);
      }
    }
    return key == null ? JavaCodec.STRANGER : JavaCodec.TRUSTED;
  }
}

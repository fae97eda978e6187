package pythonic.socket;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Transport;

/** Sends files: the system moves the bytes. */
final class FileSending {

  /** As much as the system moves at once. */
  private static final long AT_ONCE = 1L << 30;

  private FileSending() {}

  static long send(SocketState socket, Calls calls, Path path) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return send(socket, calls, file, 0, null);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  static long send(SocketState socket, Calls calls, FileChannel file, long offset, @Nullable Long count) {
    if (socket.type() != Socket.SOCK_STREAM) {
      throw new ValueError("only SOCK_STREAM type sockets are supported");
    }
    if (count != null && count <= 0) {
      throw new ValueError("count must be a positive integer (got " + count + ")");
    }
    if (!socket.getblocking()) {
      throw new ValueError("non-blocking sockets are not supported");
    }
    if (offset < 0) {
      throw SystemError.EINVAL.raised();
    }
    try {
      return send(calls, file, offset, count == null ? Long.MAX_VALUE : count);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }

  private static long send(Calls calls, FileChannel file, long offset, long count) throws IOException {
    long sent = 0;
    try {
      while (sent < count) {
        long at = offset + sent;
        long most = Math.min(count - sent, AT_ONCE);
        Long moved = calls.get(true, transport -> moved(transport, file, at, most));
        if (moved == 0) {
          break;
        }
        sent += moved;
      }
    } finally {
      if (file.isOpen()) {
        file.position(offset + sent);
      }
    }
    return sent;
  }

  private static @Nullable Long moved(Transport transport, FileChannel file, long at, long most) throws IOException {
    if (Thread.interrupted()) { // the JDK would close the file
      throw new KeyboardInterrupt();
    }
    try {
      long moved = transport.sendFile(file, at, most);
      return moved == Transport.NOT_NOW ? null : (Long) moved;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the answer to it is the exception
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }
}

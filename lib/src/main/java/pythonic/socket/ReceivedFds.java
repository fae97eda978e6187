package pythonic.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What recv_fds gives: Python's {@code (msg, fds, flags, address)}.
 *
 * @param msg the bytes
 * @param fds the numbers of the sockets that came with them, for {@code new Socket(fileno(n))}; -1 for what is no socket, and was closed
 * @param flags as {@link ReceivedMessage#msg_flags}
 * @param address where they come from; None of a stream, but of a UNIX socket with a name
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record ReceivedFds(byte[] msg, List<Integer> fds, int flags, @Nullable Address address) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(msg) + ", " + fds + ", " + flags + ", " + Builtins.repr(address) + ")";
  }
}

package pythonic.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What recvmsg gives: Python's {@code (data, ancdata, msg_flags, address)}.
 *
 * @param data the bytes
 * @param ancdata always empty: Java passes no descriptors and no control messages
 * @param msg_flags {@code MSG_TRUNC} if a datagram was longer than the buffer, else 0
 * @param address where they come from; None of a stream
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record ReceivedMessage(byte[] data, List<Object> ancdata, int msg_flags, @Nullable Address address) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(data) + ", [], " + msg_flags + ", " + address + ")";
  }
}

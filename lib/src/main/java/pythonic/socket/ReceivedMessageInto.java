package pythonic.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What recvmsg_into gives: Python's {@code (nbytes, ancdata, msg_flags, address)}.
 *
 * @param nbytes how many bytes were written into the buffers
 * @param ancdata always empty: Java passes no descriptors and no control messages
 * @param msg_flags {@code MSG_TRUNC} if a datagram was longer than the buffers, else 0
 * @param address where they come from; None of a stream
 */
public record ReceivedMessageInto(int nbytes, List<Object> ancdata, int msg_flags, @Nullable Address address) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + nbytes + ", [], " + msg_flags + ", " + address + ")";
  }
}

package pythonic.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What recvmsg_into gives: Python's {@code (nbytes, ancdata, msg_flags, address)}.
 *
 * @param nbytes how many bytes were written into the buffers
 * @param ancdata what came with them, if there was room for it: sockets above all
 * @param msg_flags {@code MSG_TRUNC} if a datagram was longer than the buffers, {@code MSG_CTRUNC} if ancillary data was
 * @param address where they come from; None of a stream, but of a UNIX socket with a name
 */
public record ReceivedMessageInto(int nbytes, List<AncillaryData> ancdata, int msg_flags, @Nullable Address address) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + nbytes + ", " + ancdata + ", " + msg_flags + ", " + Builtins.repr(address) + ")";
  }
}

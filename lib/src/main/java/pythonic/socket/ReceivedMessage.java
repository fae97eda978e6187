package pythonic.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What recvmsg gives: Python's {@code (data, ancdata, msg_flags, address)}.
 *
 * @param data the bytes
 * @param ancdata what came with them, if there was room for it: sockets above all
 * @param msg_flags {@code MSG_TRUNC} if a datagram was longer than the buffer, {@code MSG_CTRUNC} if ancillary data was
 * @param address where they come from; None of a stream, but of a UNIX socket with a name
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record ReceivedMessage(byte[] data, List<AncillaryData> ancdata, int msg_flags, @Nullable Address address) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(data) + ", " + ancdata + ", " + msg_flags + ", " + Builtins.repr(address) + ")";
  }
}

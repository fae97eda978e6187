package pythonic.socket;

import pythonic.builtins.Builtins;

/**
 * A message to the system, or from it, that goes with bytes: Python's {@code (cmsg_level, cmsg_type, cmsg_data)}.
 *
 * @param cmsg_level whose it is, such as {@code SOL_SOCKET}
 * @param cmsg_type such as {@code SCM_RIGHTS}, whose data are numbers of sockets, four bytes each
 * @param cmsg_data what it says
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record AncillaryData(int cmsg_level, int cmsg_type, byte[] cmsg_data) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + cmsg_level + ", " + cmsg_type + ", " + Builtins.repr(cmsg_data) + ")";
  }
}

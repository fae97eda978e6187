package pythonic.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import pythonic.internal.sockets.ControlMessages;
import pythonic.internal.sockets.ControlMessages.Message;

/** Ancillary data: what goes with bytes through a socket, above all other sockets. */
final class PassingSockets {

  private PassingSockets() {}

  static List<Message> toSystem(List<AncillaryData> ancdata) {
    return ancdata.stream().map(one -> new Message(one.cmsg_level(), one.cmsg_type(), one.cmsg_data())).toList();
  }

  private static List<AncillaryData> toProgram(List<Message> messages) {
    return messages.stream().map(one -> new AncillaryData(one.level(), one.type(), one.data())).toList();
  }

  static ReceivedMessage receive(Socket socket, Calls calls, ByteBuffer room, int ancbufsize, int flags) {
    var got = calls.get(false, _ -> ControlMessages.receive(socket.open(), room, ancbufsize, flags));
    return new ReceivedMessage(Receiving.bytes(room.flip()), toProgram(got.messages()), got.flags(), Receiving.address(got.sender(), socket.family()));
  }

  static int send(Socket socket, List<byte[]> buffers, List<Integer> fds) {
    ByteBuffer numbers = ByteBuffer.allocate(fds.size() * Integer.BYTES).order(ByteOrder.nativeOrder());
    fds.forEach(numbers::putInt);
    return socket.sendmsg(buffers, List.of(new AncillaryData(Socket.SOL_SOCKET, Socket.SCM_RIGHTS, numbers.array())), 0, (Object) null);
  }

  static ReceivedFds receive(Socket socket, int bufsize, int maxfds, int flags) {
    ReceivedMessage got = socket.recvmsg(bufsize, (int) Socket.CMSG_LEN((long) maxfds * Integer.BYTES), flags);
    List<Integer> fds = new ArrayList<>();
    for (AncillaryData one : got.ancdata()) {
      if (one.cmsg_level() == Socket.SOL_SOCKET && one.cmsg_type() == Socket.SCM_RIGHTS) {
        ByteBuffer numbers = ByteBuffer.wrap(one.cmsg_data()).order(ByteOrder.nativeOrder());
        while (numbers.remaining() >= Integer.BYTES) {
          fds.add(numbers.getInt());
        }
      }
    }
    return new ReceivedFds(got.data(), List.copyOf(fds), got.msg_flags(), got.address());
  }
}

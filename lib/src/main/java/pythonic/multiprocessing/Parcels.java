package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.internal.child.ParentLink;
import pythonic.internal.sharedmemory.Message;
import pythonic.internal.sharedmemory.SharedMessages;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.Pickler;

/** Values as messages between processes. An array of bytes is one as it is. */
final class Parcels {

  private static final int PICKLED = 0;
  private static final int BYTES = 1;

  private Parcels() {}

  /** {@return whether the value was put, which else had no room in time or came after the close} */
  static boolean put(SharedMessages messages, @Nullable Object value, Deadline deadline) {
    return value instanceof byte[] bytes
        ? messages.put(BYTES, bytes, deadline)
        : messages.put(PICKLED, Pickler.dumps(value, "obj"), deadline);
  }

  /** {@return the value of a message} */
  static @Nullable Object open(Message message) {
    if (message.tag() == BYTES) {
      return message.bytes();
    }
    return Pickler.loads(message.bytes(), ParentLink.loaderHere());
  }
}

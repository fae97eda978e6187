package pythonic.internal.child;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame of the control link: a kind, a number whose meaning the kind gives, and bytes.
 *
 * @param kind what it is
 * @param number of a class request its id, of an exit the code, else 0
 * @param bytes a job, a message, a class name or the bytes of a class, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares frames
record Frame(Kind kind, int number, byte[] bytes) {

  static final int HEADER = 1 + Integer.BYTES;

  enum Kind {
    /** To a child that waits for its job: another {@link ChildJob}, to be done meanwhile. */
    WARM_UP,
    /** To the child: the pickled {@link ChildJob} that it is there for. */
    JOB,
    /** To the parent: the child has connected, and begins with its job. */
    BEGUN,
    /** To the child: its main thread is to be interrupted. */
    INTERRUPT,
    /** Either way: bytes for whoever runs on the link, such as a pool's task. */
    MESSAGE,
    /** To the parent: the name of a class that the child cannot find. */
    CLASS_REQUEST,
    /** To the child: the bytes of that class, or none if the parent has none either. */
    CLASS_REPLY,
    /** To the parent, last: the exit code that the child is about to end with. */
    EXIT;

    private static final Kind[] ALL = values();

    static Kind of(byte code) {
      return ALL[code];
    }

    @SuppressWarnings("EnumOrdinal") // both ends run the same version of this class
    byte code() {
      return (byte) ordinal();
    }
  }

  static Frame of(Kind kind, byte[] bytes) {
    return new Frame(kind, 0, bytes);
  }

  static Frame classRequest(int id, String name) {
    return new Frame(Kind.CLASS_REQUEST, id, name.getBytes(StandardCharsets.UTF_8));
  }

  static Frame exit(int code) {
    return new Frame(Kind.EXIT, code, new byte[0]);
  }

  static Frame parse(byte[] raw) {
    var buffer = ByteBuffer.wrap(raw);
    Kind kind = Kind.of(buffer.get());
    int number = buffer.getInt();
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new Frame(kind, number, bytes);
  }

  byte[] header() {
    return ByteBuffer.allocate(HEADER).put(kind.code()).putInt(number).array();
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

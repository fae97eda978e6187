package pythonic.multiprocessing.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Pickler;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.Tuple;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;

/**
 * Python's pickle, for Python on the other side: None, bool, int, float, str, bytes, list, tuple (an array), dict and set, and Decimal
 * and arrays of numbers. What else arrives becomes no object of a class of ours: at most a map of what it was made of.
 */
final class PythonCodec implements Codec {

  @Override
  public byte[] dumps(@Nullable Object value) {
    try {
      return new BytesPickler().dumps(value);
    } catch (PickleException | IOException e) {
      throw (TypeError) new TypeError(e.getMessage()).initCause(e);
    }
  }

  /**
   * The library's own pickles bytes as a bytearray, lists that are equal as one and the same, and of any other object what its getters
   * give: nothing of a record.
   */
  private static final class BytesPickler extends Pickler {

    private static final int BINBYTES = 'B';

    BytesPickler() {
      super(true, false);
    }

    @Override
    public void save(Object value) throws IOException {
      if (value instanceof byte[] bytes) {
        out.write(BINBYTES);
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
        out.write(bytes);
      } else if (value instanceof Args tuple) {
        super.save(tuple.values().toArray());
      } else if (value instanceof Tuple<?> tuple) {
        super.save(tuple.toArray());
      } else if (value == null || value instanceof Boolean || value instanceof Number || value instanceof String || value instanceof Character
          || value instanceof Collection || value instanceof Map || value.getClass().isArray()) {
        super.save(value);
      } else {
        throw new PickleException("cannot pickle '" + Builtins.type_name(value) + "' object: Python has no such class");
      }
    }
  }

  @Override
  public @Nullable Object loads(byte[] bytes) {
    try {
      return new Unpickler().loads(bytes);
    } catch (IOException | RuntimeException e) {
      throw (ValueError) new ValueError("what was received is no pickle that can be read: " + e.getMessage()).initCause(e);
    }
  }
}

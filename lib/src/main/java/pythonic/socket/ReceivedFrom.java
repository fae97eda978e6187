package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What was received, and from where: Python's {@code (data, address)}.
 *
 * @param data the bytes
 * @param address where they come from; None of a stream
 */
@SuppressWarnings("ArrayRecordComponent") // Python's bytes are byte[] everywhere
public record ReceivedFrom(byte[] data, @Nullable Address address) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(data) + ", " + Builtins.repr(address) + ")";
  }
}

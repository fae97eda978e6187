package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * How much was received, and from where: Python's {@code (nbytes, address)}.
 *
 * @param nbytes how many bytes were written into the buffer
 * @param address where they come from; None of a stream
 */
public record ReceivedInto(int nbytes, @Nullable Address address) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + nbytes + ", " + Builtins.repr(address) + ")";
  }
}

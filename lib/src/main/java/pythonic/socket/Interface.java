package pythonic.socket;

import pythonic.builtins.Builtins;

/**
 * A network interface: Python's {@code (index, name)}.
 *
 * @param index its number
 * @param name its name
 */
public record Interface(int index, String name) {

  /** {@return Python's repr of the pair} */
  @Override
  public String toString() {
    return "(" + index + ", " + Builtins.repr(name) + ")";
  }
}

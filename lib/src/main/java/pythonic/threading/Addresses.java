package pythonic.threading;

import java.util.HexFormat;

/** Where Python's repr shows an address: the identity hash stands for it, which two objects may share by chance. */
final class Addresses {

  private Addresses() {}

  /** {@return {@code 0x1b28cdfa}} */
  static String of(Object object) {
    return "0x" + HexFormat.of().toHexDigits(System.identityHashCode(object));
  }

  /** {@return {@code threading.Event at 0x1b28cdfa}; a class that is not of this module goes by its simple name} */
  static String named(Object object) {
    Class<?> type = object.getClass();
    String module = type.getPackage() == Addresses.class.getPackage() ? "threading." : "";
    return module + type.getSimpleName() + " at " + of(object);
  }
}

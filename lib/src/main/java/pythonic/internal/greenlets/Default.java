package pythonic.internal.greenlets;

import java.util.HexFormat;

/** The repr of an object whose Python class defines none. */
public final class Default {

  private Default() {}

  /** {@return such as {@code <module.Event object at 0x1b28cdfa>}; of a subclass of the program's without the module} */
  public static String repr(Object object, Class<?> known, String module) {
    Class<?> type = object.getClass();
    boolean ours = type.getPackage().equals(known.getPackage());
    return "<" + (ours ? module : "__main__.") + type.getSimpleName() + " object at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(object)) + ">";
  }
}

package pythonic.struct;

import java.util.concurrent.ConcurrentHashMap;

/** Formats compiled before, for the functions that take one at each call. */
final class Formats {

  /** As many as a program writes by hand; one that makes formats up as it goes must not fill the memory. */
  private static final int MOST = 100;

  private static final ConcurrentHashMap<String, Struct> COMPILED = new ConcurrentHashMap<>();

  private Formats() {}

  static Struct of(String format) {
    Struct known = COMPILED.get(format);
    if (known != null) {
      return known;
    }
    var compiled = new Struct(format);
    if (COMPILED.size() >= MOST) {
      COMPILED.clear();
    }
    COMPILED.put(format, compiled);
    return compiled;
  }
}

package pythonic.gevent.monkey;

import java.util.Map;

/**
 * Python's {@code gevent.monkey}. Every call of the library that waits lets the other greenlets go on by itself, so
 * there is nothing to patch.
 *
 * @see <a href="https://www.gevent.org/api/gevent.monkey.html">gevent: gevent.monkey</a>
 */
public final class Monkey {

  private Monkey() {}

  /** {@return true} It does nothing, whatever was used before. */
  public static boolean patch_all() {
    return true;
  }

  /**
   * {@return true} It does nothing.
   *
   * @param names what Python would patch, by name, such as {@code socket}: each is a module that lets others go on anyway
   */
  public static boolean patch_all(Map<String, Boolean> names) {
    return true;
  }

  /**
   * {@return true, for every module: nothing needs a patch}
   *
   * @param modname the name of a module
   */
  public static boolean is_module_patched(String modname) {
    return true;
  }
}

package pythonic.gevent.monkey;

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
}

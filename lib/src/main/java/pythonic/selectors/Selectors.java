package pythonic.selectors;

/**
 * The constants of the module {@code selectors}.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html">Python: selectors</a>
 */
public final class Selectors {

  /** To read, or to accept a connection. */
  public static final int EVENT_READ = 1;

  /** To write. */
  public static final int EVENT_WRITE = 2;

  private Selectors() {}
}

package pythonic.selectors;

/**
 * The selector to use: an {@link EpollSelector}.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.DefaultSelector">Python: selectors.DefaultSelector</a>
 */
public final class DefaultSelector extends EpollSelector {

  /** Makes one that knows nothing yet. */
  public DefaultSelector() {}
}

package pythonic.selectors;

/**
 * A selector that raises an OSError if what it waits for is closed, as {@code select} does.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.SelectSelector">Python: selectors.SelectSelector</a>
 */
public final class SelectSelector extends PollerSelector {

  /** Makes one that knows nothing yet. */
  public SelectSelector() {}

  @Override
  int whenClosed(int events) {
    throw closed();
  }
}

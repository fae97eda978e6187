package pythonic.selectors;

import org.jspecify.annotations.Nullable;

/**
 * A selector that tells of what is closed as of what can be used, as {@code poll} does.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.PollSelector">Python: selectors.PollSelector</a>
 */
public final class PollSelector extends PollerSelector {

  /** Makes one that knows nothing yet. */
  public PollSelector() {}

  @Override
  int whenClosed(int events) {
    return events;
  }

  @Override
  public SelectorKey modify(Object fileobj, int events, @Nullable Object data) {
    return change(fileobj, events, data);
  }
}

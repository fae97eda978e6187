package pythonic.selectors;

import org.jspecify.annotations.Nullable;

/**
 * A selector that waits no longer for what is closed, as {@code epoll} does.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.EpollSelector">Python: selectors.EpollSelector</a>
 */
public sealed class EpollSelector extends PollerSelector permits DefaultSelector {

  /** Makes one that knows nothing yet. */
  public EpollSelector() {}

  @Override
  int whenClosed(int events) {
    return 0;
  }

  @Override
  boolean endsWhenClosed() {
    return true;
  }

  @Override
  public SelectorKey modify(Object fileobj, int events, @Nullable Object data) {
    return change(fileobj, events, data);
  }

  /**
   * {@return a number that stands for this}
   *
   * @throws pythonic.builtins.ValueError if it is closed
   */
  public int fileno() {
    requireOpen();
    return number.of(this);
  }
}

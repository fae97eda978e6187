package pythonic.internal.sharedmemory;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/**
 * Does something when the current thread is interrupted, on the thread that interrupts it. Java has this for selectors
 * only, so this is one, which selects nothing.
 */
final class InterruptHook extends AbstractSelector {

  private final Runnable action;

  InterruptHook(Runnable action) {
    super(SelectorProvider.provider());
    this.action = action;
  }

  /** From now on an interrupt does the action; at once, if the thread has been interrupted. */
  void set() {
    begin();
  }

  /** From now on it does not. An action that has begun has ended. */
  void remove() {
    end();
  }

  @Override
  public Selector wakeup() {
    action.run();
    return this;
  }

  @Override
  protected void implCloseSelector() {}

  @Override
  protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<SelectionKey> keys() {
    return Set.of();
  }

  @Override
  public Set<SelectionKey> selectedKeys() {
    return Set.of();
  }

  @Override
  public int selectNow() {
    return 0;
  }

  @Override
  public int select(long timeout) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int select() {
    throw new UnsupportedOperationException();
  }
}

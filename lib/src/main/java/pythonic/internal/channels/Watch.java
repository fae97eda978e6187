package pythonic.internal.channels;

import java.nio.channels.SelectableChannel;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Someone who wants to be told, once, that a channel can be used or is closed. */
public final class Watch {

  private final SelectableChannel channel;
  private final int operations;
  private final Runnable wake;
  private final Set<Watch> siblings;

  /** Set by the first of all that would tell or cancel. */
  private final AtomicBoolean over = new AtomicBoolean();

  Watch(SelectableChannel channel, int operations, Runnable wake, Set<Watch> siblings) {
    this.channel = channel;
    this.operations = operations;
    this.wake = wake;
    this.siblings = siblings;
  }

  SelectableChannel channel() {
    return channel;
  }

  int operations() {
    return operations;
  }

  boolean isOver() {
    return over.get();
  }

  void fire() {
    if (end()) {
      wake.run();
    }
  }

  /** Nobody wants to be told any more. Fine when it is over. */
  public void cancel() {
    if (end()) {
      Reactor.update(this);
    }
  }

  private boolean end() {
    siblings.remove(this);
    return over.compareAndSet(false, true);
  }
}

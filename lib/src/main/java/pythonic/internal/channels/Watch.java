package pythonic.internal.channels;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Someone who wants to be told, once, that a channel can be used or is closed. */
public final class Watch {

  private final Endpoint<?> endpoint;
  private final Reactor.Kind kind;
  private final int operations;
  private final Runnable wake;
  private final Set<Watch> siblings;

  /** Set by the first of all that would tell or cancel. */
  private final AtomicBoolean over = new AtomicBoolean();

  /** Where it was entered last. Null before it began. */
  private volatile @Nullable Outlook entered;

  Watch(Endpoint<?> endpoint, Reactor.Kind kind, int operations, Runnable wake, Set<Watch> siblings) {
    this.endpoint = endpoint;
    this.kind = kind;
    this.operations = operations;
    this.wake = wake;
    this.siblings = siblings;
  }

  int operations() {
    return operations;
  }

  /** Enters it where it is watched for. */
  void begin() {
    Outlook outlook;
    do {
      outlook = endpoint.outlook(kind);
      entered = outlook;
    } while (!over.get() && !outlook.reactor().watch(outlook, this));
    if (over.get()) { // entered first, looked second, as end does the other way round
      outlook.leave(this);
    }
  }

  void fire() {
    if (end()) {
      wake.run();
    }
  }

  /** Nobody wants to be told any more. Fine when it is over. */
  public void cancel() {
    end();
  }

  private boolean end() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    siblings.remove(this);
    Outlook outlook = entered;
    if (outlook != null) {
      outlook.leave(this);
    }
    return true;
  }
}

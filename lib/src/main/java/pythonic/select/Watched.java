package pythonic.select;

import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Subject;
import pythonic.internal.errors.SystemError;

/** One object that an {@link Epoll} knows, and what was told of it. */
final class Watched {

  private final Subject subject;
  private final int mask;

  /** Written under the Epoll's guard, as the two below; read without it by those who wait, who look again. */
  private volatile boolean isSpent;

  /** With EPOLLET what was told and has been ready ever since. */
  private volatile int told;

  private int usesWhenTold;

  Watched(Subject subject, int mask) {
    this.subject = subject;
    this.mask = mask;
  }

  Subject subject() {
    return subject;
  }

  /** What is exclusive stays as it is, as for the system, which wakes all that wait here. */
  void requireChange(int other) {
    if (((mask | other) & Select.EPOLLEXCLUSIVE) != 0) {
      throw SystemError.EINVAL.raised();
    }
  }

  boolean isEdge() {
    return (mask & Select.EPOLLET) != 0;
  }

  /** {@return whether the number still stands for the same object} */
  @SuppressWarnings("ReferenceEquality") // the same, not an equal one
  boolean isStillOf(Subject other) {
    return subject.owner() == null ? other.owner() == null : Fileno.owner(subject.number()) == subject.owner() && subject.owner() == other.owner();
  }

  Interest interest(boolean onlyNew) {
    int uses = isSpent ? 0 : Masks.uses(mask);
    return new Interest(subject.waitable(), onlyNew ? uses & ~told : uses);
  }

  /** {@return the events to tell, 0 for none} */
  int tell(int ready) {
    if (isEdge()) {
      Endpoint<?> endpoint = subject.waitable().endpoint();
      int uses = endpoint == null ? usesWhenTold : endpoint.uses();
      told = uses == usesWhenTold ? told & ready : 0;
      if ((ready & ~told) == 0) {
        return 0;
      }
      told = ready;
      usesWhenTold = uses;
    }
    int event = Masks.events(subject.waitable(), mask, ready);
    isSpent |= event != 0 && (mask & Select.EPOLLONESHOT) != 0;
    return event;
  }
}

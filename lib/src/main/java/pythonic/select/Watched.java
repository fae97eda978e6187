package pythonic.select;

import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Subject;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Edge;

/** One object that an {@link Epoll} knows, and what was told of it. */
final class Watched {

  private final Subject subject;
  private final int mask;

  /** Null if the system does not watch it by itself. */
  private final @Nullable Edge edge;

  /** Written under the Epoll's guard, as the two below; read without it by those who wait, who look again. */
  private volatile boolean isSpent;

  /** With EPOLLET what was told and has been ready ever since. */
  private volatile int told;

  private int usesWhenTold;

  Watched(Subject subject, int mask, @Nullable Edge edge) {
    this.subject = subject;
    this.mask = mask;
    this.edge = edge;
  }

  Subject subject() {
    return subject;
  }

  @Nullable Edge edge() {
    return edge;
  }

  /** {@return whether the system tells of it, exactly as it does} What is closed is asked, and found so. */
  boolean isWatchedBySystem() {
    return edge != null && !edge.isOver();
  }

  /** {@return what the system tells, and that what was read ahead can be read} */
  int withAhead(int events) {
    return edge != null && edge.hasAhead() ? events | Masks.reading(mask) : events;
  }

  /** It is watched no more. */
  void end() {
    if (edge != null) {
      edge.end();
    }
  }

  /** What is exclusive stays as it is, as for the system, which wakes all that wait here. */
  void requireChange(int other) {
    if (((mask | other) & Select.EPOLLEXCLUSIVE) != 0) {
      throw SystemError.EINVAL.raised();
    }
  }

  boolean isEdge() {
    return Masks.isEdge(mask);
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

package pythonic.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Subject;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.Edge;
import pythonic.internal.sockets.Edges;
import pythonic.internal.waiting.Mutex;

/** What an {@link Epoll} knows. The system itself tells the news of sockets, where it can; the rest is asked. */
final class Entries {

  /** Guards all that follows, and what the entries have. */
  private final Mutex guard = new Mutex();

  private final Map<Integer, Watched> entries = new LinkedHashMap<>();

  /** Called when a socket is closed that the system watches. */
  private final Runnable changed;

  /** Made when it is first needed; null where there is none. */
  private @Nullable Edges edges;

  private boolean hasLookedForEdges;

  /** Who is asked for the most that may be told gives the others the first turn the next time. */
  private boolean isEdgesTurn = true;

  private boolean isClosed;

  Entries(Runnable changed) {
    this.changed = changed;
  }

  void register(Subject subject, int mask) {
    try (var _ = guard.hold()) {
      requireStillOpen();
      Watched known = entries.get(subject.number());
      if (known != null && known.isStillOf(subject)) {
        throw SystemError.EEXIST.raised();
      }
      Masks.requireExclusive(mask);
      if (known != null) {
        known.end();
      }
      entries.put(subject.number(), new Watched(subject, mask, edge(subject, mask)));
    }
  }

  void modify(int number, int mask) {
    try (var _ = guard.hold()) {
      requireStillOpen();
      Watched known = known(number);
      known.requireChange(mask);
      Edge edge = known.edge();
      if (edge == null || !Masks.isEdge(mask) || !edge.change(mask)) {
        known.end();
        edge = edge(known.subject(), mask);
      }
      entries.put(number, new Watched(known.subject(), mask, edge));
    }
  }

  private @Nullable Edge edge(Subject subject, int mask) {
    if (!Masks.isEdge(mask) || !Edges.areOf(subject.waitable())) {
      return null;
    }
    if (!hasLookedForEdges) {
      hasLookedForEdges = true;
      edges = Edges.open();
    }
    return edges == null ? null : edges.add(subject.waitable(), subject.number(), mask, changed);
  }

  void unregister(int number) {
    try (var _ = guard.hold()) {
      requireStillOpen();
      known(number).end();
      entries.remove(number);
    }
  }

  private Watched known(int number) {
    Watched known = entries.get(number);
    if (known == null) {
      throw (Waitable.of(number) == null ? SystemError.EBADF : SystemError.ENOENT).raised();
    }
    return known;
  }

  /**
   * What is to be asked.
   *
   * @param all the entries that the system does not watch by itself
   * @param edges who watches the others, null for nobody
   */
  record Asked(List<Watched> all, @Nullable Edges edges) {

    boolean hasEdges() {
      return all.stream().anyMatch(Watched::isEdge);
    }

    List<Interest> interests(boolean onlyNew) {
      var interests = new ArrayList<Interest>(all.size() + 1);
      for (Watched one : all) {
        interests.add(one.interest(onlyNew));
      }
      if (edges != null) {
        interests.add(new Interest(edges, Waitable.READ));
      }
      return interests;
    }
  }

  Asked asked() {
    try (var _ = guard.hold()) {
      return new Asked(entries.values().stream().filter(one -> !one.isWatchedBySystem()).toList(), edges);
    }
  }

  /**
   * {@return what is to be told}
   *
   * @param ready what can be done with each of those asked
   */
  List<PollEvent> tell(Asked asked, int[] ready, int most) {
    var events = new ArrayList<PollEvent>();
    try (var _ = guard.hold()) {
      Edges news = asked.edges != null && ready[ready.length - 1] == Waitable.READ ? asked.edges : null;
      if (isEdgesTurn) {
        tellNews(news, most, events);
      }
      tellAsked(asked.all, ready, most, events);
      if (!isEdgesTurn) {
        tellNews(news, most, events);
      }
      if (events.size() == most) { // who was told comes last the next time
        isEdgesTurn = !isEdgesTurn;
        events.forEach(event -> entries.put(event.fd(), remove(event.fd())));
      }
    }
    return events;
  }

  @SuppressWarnings("ReferenceEquality") // the same entry, not one that has its number
  private void tellNews(@Nullable Edges news, int most, List<PollEvent> events) {
    if (news != null && events.size() < most) {
      news.take(most - events.size(), (edge, told) -> {
        Watched one = entries.get(edge.number());
        if (one != null && one.edge() == edge) {
          events.add(new PollEvent(edge.number(), one.withAhead(told)));
        }
      });
    }
  }

  private void tellAsked(List<Watched> all, int[] ready, int most, List<PollEvent> events) {
    for (int i = 0; i < all.size() && events.size() < most; i++) {
      Watched one = all.get(i);
      int number = one.subject().number();
      if (!one.equals(entries.get(number))) { // changed meanwhile
        continue;
      }
      if (ready[i] == Poller.CLOSED) {
        entries.remove(number);
        continue;
      }
      int event = one.tell(ready[i]);
      if (event != 0) {
        events.add(new PollEvent(number, event));
      }
    }
  }

  @SuppressWarnings("NullAway") // was there a moment ago, under the same hold
  private Watched remove(int number) {
    return entries.remove(number);
  }

  void requireOpen() {
    try (var _ = guard.hold()) {
      requireStillOpen();
    }
  }

  private void requireStillOpen() {
    if (isClosed) {
      throw new ValueError("I/O operation on closed epoll object");
    }
  }

  boolean isClosed() {
    try (var _ = guard.hold()) {
      return isClosed;
    }
  }

  /** Forgets all. {@return whether it was closed before} */
  boolean close() {
    try (var _ = guard.hold()) {
      boolean wasClosed = isClosed;
      isClosed = true;
      entries.clear();
      return wasClosed;
    }
  }

  /** Nobody waits any more. */
  void end() {
    Edges last = edges;
    if (last != null) {
      last.close();
    }
  }
}

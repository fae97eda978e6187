package pythonic.internal.manager;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.FrameChannel;

/**
 * A process that uses the server. It keeps one connection, its lifeline, for as long as it lives. When that ends, so
 * do the calls that the process has under way, and what it holds is given back.
 */
final class Session {

  /** Something that a process has taken and that others may wait for. */
  interface Holding {

    /** Gives it back in the place of a process that has ended. */
    void abandon(boolean killed);
  }

  final long pid;
  private final OneShot ended = new OneShot();
  private final Set<Holding> holdings = ConcurrentHashMap.newKeySet();
  private final Map<Long, Conversation> conversations = new ConcurrentHashMap<>();

  /** Whoever holds it may use {@link #references}. */
  private final Mutex counting = new Mutex();

  /** How many proxies of each object the process has; null when the process has ended. */
  private @Nullable Map<Long, Integer> references = new HashMap<>();

  Session(long pid) {
    this.pid = pid;
  }

  boolean hasEnded() {
    return ended.hasHappened();
  }

  void awaitEnd() {
    ended.awaitUninterruptibly();
  }

  /** Waits for the end of the process. {@return whether it was killed, and did not say farewell} */
  boolean watch(FrameChannel lifeline) {
    try {
      lifeline.read();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Ends what the process has under way and gives back what it holds. */
  void end(boolean killed, ObjectTable objects) {
    ended.happen();
    conversations.values().forEach(Conversation::end);
    for (Holding holding : holdings) {
      giveBack(holding, killed);
    }
    Map<Long, Integer> left;
    try (var _ = counting.hold()) {
      left = references == null ? Map.of() : references;
      references = null;
    }
    left.forEach(objects::release);
  }

  private void giveBack(Holding holding, boolean killed) {
    if (holdings.remove(holding)) {
      holding.abandon(killed);
    }
  }

  /** Has something given back when the process ends: at once, if it has. */
  void hold(Holding holding) {
    holdings.add(holding);
    if (hasEnded()) {
      giveBack(holding, true);
    }
  }

  /** It was given back. */
  void letGo(Holding holding) {
    holdings.remove(holding);
  }

  /** {@return whether the process lives, and so has one more proxy of an object} */
  boolean refer(long id) {
    try (var _ = counting.hold()) {
      if (references != null) {
        references.merge(id, 1, Integer::sum);
      }
      return references != null;
    }
  }

  /** {@return whether the process had a proxy of an object, and has one less} */
  boolean forget(long id) {
    try (var _ = counting.hold()) {
      if (references == null || !references.containsKey(id)) {
        return false;
      }
      references.computeIfPresent(id, (_, count) -> count == 1 ? null : count - 1);
      return true;
    }
  }

  void add(Conversation conversation) {
    conversations.put(conversation.number, conversation);
    if (hasEnded()) {
      conversation.end();
    }
  }

  void remove(Conversation conversation) {
    conversations.remove(conversation.number);
  }

  @Nullable Conversation conversation(long number) {
    return conversations.get(number);
  }

  /** Waits until the process has ended, or the deadline passes. {@return whether it has ended} */
  boolean awaitEnd(Deadline deadline) {
    return ended.await(deadline);
  }
}

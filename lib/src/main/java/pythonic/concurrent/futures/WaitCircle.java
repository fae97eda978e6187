package pythonic.concurrent.futures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;

/** Finds that calls wait for each other in a circle, so that none of them would ever go on. */
final class WaitCircle {

  private static final int NAMED = 3;

  private WaitCircle() {}

  /**
   * Looks whether a wait would ever end.
   *
   * @param worker where it is to wait, and has said so already
   * @param waiting the call that waits
   * @param wanted for what
   * @return a call in the queue that is to be run first, null if the wait may begin
   * @throws RuntimeError if it would never end
   */
  static @Nullable PoolTask<?> wayOut(PoolWorker worker, PoolTask<?> waiting, Wanted wanted) {
    Map<PoolWorker, Wanted> stuck = stuck(worker);
    // Looked at twice, since all goes on meanwhile: what is the same both times was so at one moment in between.
    if (!stuck.containsKey(worker) || !stuck.equals(stuck(worker))) {
      return null;
    }
    return stuck.values().stream()
        .flatMap(Wanted::unfinished)
        .filter(future -> future.isQueued() && Objects.equals(future.pool(), waiting.pool()))
        .findFirst()
        .orElseThrow(() -> new RuntimeError("deadlock: the call " + text(waiting, wanted, stuck)));
  }

  /** {@return the workers that the wait leads to and that cannot go on, and what they wait for} */
  private static Map<PoolWorker, Wanted> stuck(PoolWorker start) {
    var waiting = new LinkedHashMap<PoolWorker, Wanted>();
    var found = new ArrayDeque<PoolWorker>(List.of(start));
    for (PoolWorker worker = found.poll(); worker != null; worker = found.poll()) {
      Wanted wanted = worker.wanted();
      if (wanted != null && waiting.put(worker, wanted) == null) {
        wanted.unfinished().forEach(future -> {
          Collection<PoolWorker> next = Wanted.workers(future);
          if (next != null) {
            found.addAll(next);
          }
        });
      }
    }
    boolean changed;
    do {
      changed = waiting.values().removeIf(wanted -> wanted.canEnd(waiting.keySet()));
    } while (changed);
    return waiting;
  }

  @SuppressWarnings("ReferenceEquality") // the same future is meant, not an equal one
  private static String text(PoolTask<?> waiting, Wanted wanted, Map<PoolWorker, Wanted> stuck) {
    var futures = new ArrayList<Future<? extends @Nullable Object>>();
    wanted.unfinished().filter(future -> !Wanted.canFinish(future, stuck.keySet())).forEach(futures::add);
    if (futures.size() == 1 && futures.getFirst() == waiting && wanted.where().isEmpty()) {
      return "waits for its own " + waiting;
    }
    var text = new StringBuilder("of " + waiting + " waits");
    if (!wanted.where().isEmpty()) {
      text.append(" in ").append(wanted.where());
    }
    text.append(" for ").append(String.join(", ", futures.stream().limit(NAMED).map(Future::toString).toList()));
    if (futures.size() > NAMED) {
      text.append(" and ").append(futures.size() - NAMED).append(" more");
    }
    return text.append(futures.size() == 1 ? ", which waits for it" : ", which wait for it").toString();
  }
}

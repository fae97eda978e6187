package pythonic.threading;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Strand;

/**
 * The attributes of one {@link Local}, thread by thread.
 *
 * <p>They belong to the Local and go with it, even if a value refers to it: nothing outside holds them. A thread of
 * the library takes its attributes away when it ends; for that it knows, weakly, which Locals it used. Those of other
 * Java threads that have ended are taken away when more threads come, before their number has doubled.
 */
final class LocalValues {

  private static final int SWEEP_AT_LEAST = 16;

  private static final ThreadLocal<@Nullable Set<LocalValues>> USED = new ThreadLocal<>();

  /** A map is used by its own thread only. */
  private final Map<java.lang.Thread, Map<String, @Nullable Object>> values = new ConcurrentHashMap<>();

  /** Racy: two threads that come together may both sweep, which is only work done twice. */
  private volatile int sweepAt = SWEEP_AT_LEAST;

  @Nullable Map<String, @Nullable Object> ofCurrentThread() {
    return values.get(java.lang.Thread.currentThread());
  }

  Map<String, @Nullable Object> addCurrentThread() {
    if (Registry.known() != null) {
      Set<LocalValues> used = USED.get();
      if (used == null) {
        used = Collections.newSetFromMap(new WeakHashMap<>());
        USED.set(used);
      }
      used.add(this);
    }
    if (values.size() >= sweepAt) {
      values.keySet().removeIf(thread -> !thread.isAlive());
      sweepAt = Math.max(SWEEP_AT_LEAST, 2 * values.size());
    }
    Strand.mark();
    var added = new HashMap<String, @Nullable Object>();
    values.put(java.lang.Thread.currentThread(), added);
    return added;
  }

  void removeCurrentThread() {
    values.remove(java.lang.Thread.currentThread());
  }

  /** The current thread ends: its attributes go. */
  static void end() {
    Set<LocalValues> used = USED.get();
    if (used != null) {
      used.forEach(LocalValues::removeCurrentThread);
      USED.remove();
    }
  }
}

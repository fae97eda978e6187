package pythonic.threading;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Strand;

/**
 * The threads that are alive, in the order in which they were started or first seen, and which of them is current.
 *
 * <p>A thread that the library started is here from start to end. Of a thread that it did not start, only a weak
 * reference is here: the {@link DummyThread} is held by the Java thread itself and goes with it.
 */
final class Registry {

  private static final AtomicLong SEQUENCE = new AtomicLong();
  private static final ConcurrentSkipListMap<Long, Thread> STARTED = new ConcurrentSkipListMap<>();
  private static final ConcurrentSkipListMap<Long, ForeignReference> FOREIGN = new ConcurrentSkipListMap<>();
  private static final ReferenceQueue<DummyThread> GONE = new ReferenceQueue<>();
  private static final ThreadLocal<@Nullable Thread> CURRENT = new ThreadLocal<>();
  static final MainThread MAIN = new MainThread();

  private Registry() {}

  private static final class ForeignReference extends WeakReference<DummyThread> {
    private final long key;

    ForeignReference(DummyThread thread, long key) {
      super(thread, GONE);
      this.key = key;
    }
  }

  /** {@return a key that sorts after all given before} */
  static long nextKey() {
    return SEQUENCE.incrementAndGet();
  }

  /** Enters a thread that is about to start. It removes itself at its end. */
  static void add(long key, Thread thread) {
    STARTED.put(key, thread);
  }

  static void remove(long key) {
    STARTED.remove(key);
  }

  /** Binds the Java thread that runs now to the thread that it runs for. */
  static void bind(Thread thread) {
    CURRENT.set(thread);
  }

  /** {@return the thread that the current Java thread runs for, null if it is not known to the library} */
  static @Nullable Thread known() {
    return CURRENT.get();
  }

  static Thread current() {
    Thread known = CURRENT.get();
    return known != null ? known : foreign();
  }

  private static Thread foreign() {
    java.lang.Thread current = java.lang.Thread.currentThread();
    Thread thread = MAIN.runsOn(current) ? MAIN : dummy(current);
    CURRENT.set(thread);
    Strand.mark();
    return thread;
  }

  private static DummyThread dummy(java.lang.Thread current) {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      FOREIGN.remove(((ForeignReference) gone).key);
    }
    var dummy = new DummyThread(current);
    long key = nextKey();
    FOREIGN.put(key, new ForeignReference(dummy, key));
    return dummy;
  }

  /** {@return the virtual threads alive that the program waits for} */
  static List<java.lang.Thread> virtual() {
    return STARTED.values().stream()
        .filter(thread -> thread.is_virtual() && !thread.daemon())
        .map(Thread::running)
        .filter(Objects::nonNull) // of one that is just being started the starter is alive
        .toList();
  }

  /** {@return the threads alive} */
  static List<Thread> alive() {
    var alive = new TreeMap<Long, Thread>();
    STARTED.forEach(alive::put); // one by one: TreeMap's ways to copy a sorted map trust in its size
    if (MAIN.is_alive()) {
      alive.put(0L, MAIN);
    }
    FOREIGN.forEach(
        (key, reference) -> {
          DummyThread thread = reference.get();
          if (thread != null && thread.is_alive()) {
            alive.put(key, thread);
          }
        });
    return new ArrayList<>(alive.values());
  }
}

package pythonic.greenlet;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.greenlets.Failures;

/**
 * Generators of one thread that have begun and not ended. Their bodies are closed there when nobody holds the generators any
 * more: a suspended body is a thread, which Java keeps.
 */
final class AbandonedGenerators {

  private static final class Held extends PhantomReference<GreenletGenerator<?>> {
    final GeneratorBody body;

    Held(GreenletGenerator<?> generator, GeneratorBody body, ReferenceQueue<GreenletGenerator<?>> abandoned) {
      super(generator, abandoned);
      this.body = body;
    }
  }

  private final ReferenceQueue<GreenletGenerator<?>> abandoned = new ReferenceQueue<>();
  private final ConcurrentMap<GeneratorBody, Held> all = new ConcurrentHashMap<>();

  AbandonedGenerators() {}

  /** {@return those of the current thread} */
  static AbandonedGenerators ofThread() {
    Greenlet main = Switching.main(Greenlet.getcurrent());
    if (main.generators == null) {
      main.generators = new AbandonedGenerators();
    }
    return Objects.requireNonNull(main.generators);
  }

  void add(GreenletGenerator<?> generator, GeneratorBody body) {
    all.put(body, new Held(generator, body, abandoned));
  }

  void forget(GeneratorBody body) {
    all.remove(body);
  }

  /** Closes those that nobody holds. */
  void close() {
    for (@Nullable Object next = abandoned.poll(); next != null; next = abandoned.poll()) {
      GeneratorBody body = ((Held) next).body;
      if (all.remove(body) != null) {
        try {
          body.close();
        } catch (Throwable e) {
          Failures.report(body, e); // Python writes such exceptions, too, and ignores them
        }
      }
    }
  }
}

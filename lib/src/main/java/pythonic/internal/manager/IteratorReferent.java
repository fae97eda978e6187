package pythonic.internal.manager;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/** An iterator. Who asks while another waits for the next waits for its turn, and may be interrupted there. */
final class IteratorReferent {

  static final ReferentType<Steps> TYPE =
      new ReferentType<Steps>("Iterator", args -> steps(args[0]))
          .concurrent()
          .method("__next__", 0, 1, (steps, args) -> steps.next(Taking.first(args)))
          .action("close", 0, (steps, _) -> steps.close());

  private IteratorReferent() {}

  private static Steps steps(@Nullable Object given) {
    return switch (given) {
      case Steps steps -> steps;
      case Iterable<?> iterable -> new Plain(iterable.iterator());
      case Iterator<?> iterator -> new Plain(iterator);
      case null, default -> throw new TypeError("'" + Builtins.type_name(given) + "' object is not iterable");
    };
  }

  private static final class Plain implements Steps {

    private final Iterator<?> iterator;

    /** Whoever holds it may use the iterator. */
    private final Mutex turns = new Mutex();

    Plain(Iterator<?> iterator) {
      this.iterator = iterator;
    }

    @Override
    public @Nullable Object next(@Nullable Double timeout) {
      if (timeout != null) {
        throw new TypeError("expected 0 arguments, got 1");
      }
      turns.acquire(Deadline.NEVER);
      try {
        if (!iterator.hasNext()) {
          throw new StopIteration();
        }
        return iterator.next();
      } finally {
        turns.tryRelease();
      }
    }

    @Override
    public void close() {
      if (!(iterator instanceof pythonic.builtins.Generator<?> generator)) {
        throw new AttributeError("'" + Builtins.type_name(iterator) + "' object has no attribute 'close'");
      }
      turns.acquire(Deadline.NEVER);
      try {
        generator.close();
      } finally {
        turns.tryRelease();
      }
    }

    @Override
    public String toString() {
      return Builtins.repr(iterator);
    }
  }
}

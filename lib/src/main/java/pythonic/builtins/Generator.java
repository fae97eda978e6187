package pythonic.builtins;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Items that are made as they are asked for, once: what a Python function with {@code yield} returns. It belongs to
 * one thread. When {@code next} has raised anything it has no more items; without any it raises {@link StopIteration}.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/reference/expressions.html#generator-iterator-methods">Python:
 *     generators</a>
 */
@SuppressWarnings("IterableAndIterator") // as in Python, where iter(generator) is the generator
public interface Generator<T extends @Nullable Object> extends Iterator<T>, Iterable<T>, AutoCloseable {

  /** {@return this generator, as Python's {@code iter} does} */
  @Override
  default Iterator<T> iterator() {
    return this;
  }

  /** Gives up the items that were not asked for. A closed generator has no more items. */
  @Override
  void close();
}

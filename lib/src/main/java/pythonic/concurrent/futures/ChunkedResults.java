package pythonic.concurrent.futures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;

/** Results that travel in chunks, one by one. An error is the last of them. */
final class ChunkedResults<R extends @Nullable Object> implements Generator<R> {

  private final Generator<List<R>> chunks;
  private final Deque<List<R>> current = new ArrayDeque<>(1);
  private int given;

  ChunkedResults(Generator<List<R>> chunks) {
    this.chunks = chunks;
  }

  @Override
  public boolean hasNext() {
    return !current.isEmpty() || chunks.hasNext();
  }

  @Override
  public R next() {
    if (current.isEmpty()) {
      if (!chunks.hasNext()) {
        throw new StopIteration();
      }
      current.add(chunks.next());
      given = 0;
    }
    List<R> chunk = current.getFirst();
    R result = chunk.get(given++);
    if (given == chunk.size()) {
      current.clear();
    }
    return result;
  }

  @Override
  public void close() {
    current.clear();
    chunks.close();
  }
}

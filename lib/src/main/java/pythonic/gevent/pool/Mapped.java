package pythonic.gevent.pool;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.functions.Callable;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.queue.Queue;

/** The results of {@code imap}: a greenlet begins one for each item, and they arrive here in its order or in theirs. */
final class Mapped<R extends @Nullable Object> implements Generator<R> {

  private final Queue<Optional<Greenlet<R>>> results = new Queue<>();
  private final Greenlet<?> feeder;

  /** Of what does not come in order: how many are still to come; known when the feeder has ended. */
  private int outstanding;
  private boolean fed;
  private boolean over;
  private boolean asked;
  private Optional<Greenlet<R>> ahead = Optional.empty();

  <A extends @Nullable Object> Mapped(SpawnCalls group, Callable function, Iterable<? extends A> items, boolean ordered) {
    feeder = Gevent.spawn(() -> feed(group, function, items, ordered));
  }

  private <A extends @Nullable Object> void feed(SpawnCalls group, Callable function, Iterable<? extends A> items, boolean ordered) {
    for (A item : items) {
      outstanding++;
      Greenlet<R> greenlet = group.begin(function, item);
      if (ordered) {
        results.put(Optional.of(greenlet));
      } else {
        greenlet.rawlink(_ -> arrive(greenlet));
      }
    }
    fed = true;
    if (ordered || outstanding == 0) {
      results.put(Optional.empty());
    }
  }

  private void arrive(Greenlet<R> greenlet) {
    results.put(Optional.of(greenlet));
    if (--outstanding == 0 && fed) {
      results.put(Optional.empty());
    }
  }

  @Override
  public boolean hasNext() {
    if (!asked && !over) {
      ahead = results.get();
      asked = true;
      over = ahead.isEmpty();
    }
    return !over;
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Greenlet<R> next = ahead.orElseThrow();
    asked = false;
    return next.get();
  }

  @Override
  public void close() {
    over = true;
    feeder.kill();
  }
}

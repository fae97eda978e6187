package pythonic.gevent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.greenlets.Anywhere;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/** Objects as they become ready: what {@code iwait} gives. It belongs to the greenlet that made it. */
@SuppressWarnings("IterableAndIterator") // as in Python, where iter(iterator) is the iterator
final class Awaited<O extends AbstractLinkable> implements Iterator<O>, Iterable<O> {

  /** More are only counted. */
  private static final int SHOWN = 20;

  private final List<O> objects = new ArrayList<>();
  private final List<Procedure1<Object>> callbacks = new ArrayList<>();
  private final ArrayDeque<O> ready = new ArrayDeque<>();
  private final Deadline deadline;
  private final Mutex guard = new Mutex(); // guards ready and wait: any thread may add
  private int left;
  private @Nullable Switch wait;

  Awaited(Iterable<? extends O> all, Deadline deadline, @Nullable Integer count) {
    all.forEach(objects::add);
    this.deadline = deadline;
    left = count == null ? objects.size() : Math.min(count, objects.size());
    for (O object : objects) {
      Anywhere callback = _ -> arrive(object);
      callbacks.add(callback);
      object.rawlink(callback);
    }
  }

  private void arrive(O object) {
    Switch waiting;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      ready.add(object);
      waiting = wait;
      wait = null;
    }
    if (waiting != null) {
      waiting.wakeFirst();
    }
  }

  @Override
  public Iterator<O> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    if (left > 0 && !isThere() && !own().await(deadline) && !isThere()) {
      left = 0;
    }
    if (left == 0) {
      unlink();
    }
    return left > 0;
  }

  private boolean isThere() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return !ready.isEmpty();
    }
  }

  /** {@return a wait that is over as soon as one is there} */
  private Switch own() {
    var own = new Switch(this);
    boolean there;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      there = !ready.isEmpty();
      wait = there ? null : own;
    }
    if (there) {
      own.wake();
    }
    return own;
  }

  private void unlink() {
    for (int i = 0; i < callbacks.size(); i++) {
      objects.get(i).unlink(callbacks.get(i));
    }
    callbacks.clear();
  }

  @Override
  public O next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return ready.remove();
    }
  }

  /** {@return what people read of who waits: made only when they do} */
  @Override
  public String toString() {
    return objects.size() > SHOWN ? "one of " + objects.size() + " objects" : "one of " + objects;
  }

  /** {@return all that become ready} */
  List<O> list() {
    var all = new ArrayList<O>();
    forEach(all::add);
    return all;
  }
}

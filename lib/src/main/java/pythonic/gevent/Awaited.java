package pythonic.gevent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;

/** Objects as they become ready: what {@code iwait} gives. It belongs to the greenlet that made it. */
@SuppressWarnings("IterableAndIterator") // as in Python, where iter(iterator) is the iterator
final class Awaited<O extends AbstractLinkable> implements Iterator<O>, Iterable<O> {

  private final List<O> objects = new ArrayList<>();
  private final List<Procedure1<Object>> callbacks = new ArrayList<>();
  private final ArrayDeque<O> ready = new ArrayDeque<>();
  private final Deadline deadline;
  private int left;
  private @Nullable Switch wait;

  Awaited(Iterable<? extends O> all, Deadline deadline, @Nullable Integer count) {
    all.forEach(objects::add);
    this.deadline = deadline;
    left = count == null ? objects.size() : Math.min(count, objects.size());
    for (O object : objects) {
      Procedure1<Object> callback = _ -> arrive(object);
      callbacks.add(callback);
      object.rawlink(callback);
    }
  }

  private void arrive(O object) {
    ready.add(object);
    Switch waiting = wait;
    if (waiting != null) {
      wait = null;
      waiting.wakeFirst();
    }
  }

  @Override
  public Iterator<O> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    if (left > 0 && ready.isEmpty()) {
      var own = new Switch("one of " + objects);
      wait = own;
      if (!own.await(deadline)) {
        left = 0;
      }
      wait = null;
    }
    if (left == 0) {
      unlink();
    }
    return left > 0;
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
    return ready.remove();
  }

  /** {@return all that become ready} */
  List<O> list() {
    var all = new ArrayList<O>();
    forEach(all::add);
    return all;
  }
}

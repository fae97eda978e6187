package pythonic.gevent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.StopIteration;
import pythonic.internal.greenlets.Anywhere;
import pythonic.internal.greenlets.Link;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/** Objects as they become ready: what {@code iwait} gives. It belongs to the greenlet that made it. */
@SuppressWarnings("IterableAndIterator") // as in Python, where iter(iterator) is the iterator
final class Awaited<O extends AbstractLinkable> implements Link, Iterator<O>, Iterable<O> {

  /** More are only counted. */
  private static final int SHOWN = 20;

  private final List<O> objects = new ArrayList<>();
  private final ArrayDeque<O> ready = new ArrayDeque<>();
  private final Deadline deadline;
  private final Hub home = Strand.enter().hub();

  @SuppressWarnings("unchecked") // objects call back with themselves
  private final Anywhere callback = object -> arrive((O) object);

  private final Mutex guard = new Mutex(); // guards ready, wanted and wait: any thread may add
  private int left;
  private boolean linked = true;

  /** So many must be there for who waits to go on. */
  private int wanted = 1;

  private @Nullable Switch wait;

  Awaited(Iterable<? extends O> all, Deadline deadline, @Nullable Integer count) {
    all.forEach(objects::add);
    this.deadline = deadline;
    left = count == null ? objects.size() : Math.min(count, objects.size());
    for (O object : objects) {
      if (object instanceof Announced greenlet) {
        greenlet.link(this);
      } else {
        object.rawlink(callback);
      }
    }
  }

  @Override
  public Hub home() {
    return home;
  }

  @Override
  public @Nullable Object fire(Object source) {
    callback.call(source);
    return null;
  }

  @Override
  public void fireFromAnywhere(Object source) {
    callback.call(source);
  }

  private void arrive(O object) {
    Switch waiting = null;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      ready.add(object);
      if (ready.size() >= wanted) {
        waiting = wait;
        wait = null;
      }
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
    boolean there = false;
    try {
      there = left > 0 && (isThere() || own().await(deadline) || isThere());
    } finally {
      if (!there) {
        left = 0;
        unlink();
      }
    }
    return there;
  }

  private boolean isThere() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return ready.size() >= wanted;
    }
  }

  /** {@return a wait that is over as soon as as many are there as are wanted} */
  private Switch own() {
    var own = new Switch(this);
    boolean there;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      there = ready.size() >= wanted;
      wait = there ? null : own;
    }
    if (there) {
      own.wake();
    }
    return own;
  }

  private void unlink() {
    if (linked) {
      linked = false;
      for (O object : objects) {
        if (object instanceof Announced greenlet) {
          greenlet.unlink(this);
        } else {
          object.unlink(callback);
        }
      }
    }
  }

  @Override
  public O next() {
    if (!hasNext()) {
      throw new StopIteration();
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

  /** {@return all that become ready, after one wait} */
  List<O> list() {
    int most = left;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      wanted = Math.max(most, 1);
    }
    if (hasNext()) {
      unlink();
    }
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return ready.stream().limit(most).collect(Collectors.toCollection(ArrayList::new));
    }
  }
}

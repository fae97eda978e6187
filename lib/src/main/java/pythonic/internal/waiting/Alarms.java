package pythonic.internal.waiting;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The alarms of a hub: a heap in which each alarm knows its place, so that one that is cancelled leaves at once. */
final class Alarms {

  private Alarm[] heap = new Alarm[16];
  private int size;
  private long added;
  private int counting;

  /** {@return whether there is one because of which somebody may go on} */
  boolean isHopeful() {
    return counting > 0;
  }

  @Nullable Alarm first() {
    return size == 0 ? null : heap[0];
  }

  void add(Alarm alarm) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    alarm.order = added++;
    counting += alarm.counts ? 1 : 0;
    up(alarm, size++);
  }

  /** Takes it out, if it is there. */
  @SuppressWarnings({"ReferenceEquality", "NullAway"}) // an alarm is only ever itself; places behind the last are empty
  void remove(Alarm alarm) {
    int index = alarm.index;
    if (index < 0) {
      return;
    }
    alarm.index = -1;
    counting -= alarm.counts ? 1 : 0;
    Alarm last = heap[--size];
    heap[size] = null;
    if (last != alarm) {
      up(last, index);
      if (last.index == index) {
        down(last, index);
      }
    }
  }

  /** Takes out those that are due: strands are woken, callbacks join the queue. */
  void goOff(Collection<Object> ready) {
    if (size == 0) {
      return;
    }
    long now = System.nanoTime();
    for (Alarm first = first(); first != null && first.moment - now <= 0; first = first()) {
      remove(first);
      Object target = first.target;
      first.target = null;
      if (target instanceof Strand strand) {
        strand.wake();
      } else if (target != null) {
        ready.add(target);
      }
    }
  }

  private void up(Alarm alarm, int index) {
    int place = index;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!alarm.isBefore(heap[parent])) {
        break;
      }
      put(heap[parent], place);
      place = parent;
    }
    put(alarm, place);
  }

  private void down(Alarm alarm, int index) {
    int place = index;
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
        child++;
      }
      if (!heap[child].isBefore(alarm)) {
        break;
      }
      put(heap[child], place);
      place = child;
    }
    put(alarm, place);
  }

  private void put(Alarm alarm, int index) {
    heap[index] = alarm;
    alarm.index = index;
  }
}

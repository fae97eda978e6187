package pythonic.differential;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.NullUnmarked;

/** A queue of any kind: which items it has plays no part. */
@NullUnmarked
final class QueueModel extends Model {

  private final int maxsize;
  private final boolean simple;
  private final Deque<Integer> getters = new ArrayDeque<>();
  private final Deque<Integer> putters = new ArrayDeque<>();
  private final Deque<Integer> joiners = new ArrayDeque<>();
  private int size;
  private int unfinished;
  private boolean shutDown;

  QueueModel(int maxsize, boolean simple) {
    this.maxsize = maxsize;
    this.simple = simple;
  }

  @Override
  void perform(int thread, Invocation call) {
    switch (call.name()) {
      case "put" -> put(thread, call.is(1, "block", true), call.seconds(2));
      case "put_nowait" -> put(thread, false, null);
      case "get" -> get(thread, call.is(0, "block", true), call.seconds(1));
      case "get_nowait" -> get(thread, false, null);
      case "task_done" -> {
        unfinished = Math.max(0, unfinished - 1);
        endJoins();
      }
      case "join" -> {
        if (unfinished > 0) {
          block(thread);
          joiners.add(thread);
        }
      }
      case "shutdown" -> shutdown(call.is(0, "immediate", false));
      default -> {}
    }
  }

  private void put(int thread, boolean block, Double timeout) {
    boolean refused = shutDown || (maxsize > 0 && block && timeout != null && timeout < 0);
    if (refused) {
      return;
    }
    if (maxsize <= 0 || size < maxsize) {
      size++;
      unfinished++;
      if (!getters.isEmpty()) {
        release(getters.remove());
        size--;
      }
    } else if (block && timeout == null) {
      block(thread);
      putters.add(thread);
    }
  }

  private void get(int thread, boolean block, Double timeout) {
    boolean refused = block && timeout != null && (timeout < 0 || (simple && !(timeout <= LockModel.LONGEST)));
    if (refused) {
      return;
    }
    if (size > 0) {
      size--;
      if (!putters.isEmpty()) {
        release(putters.remove());
        size++;
        unfinished++;
      }
    } else if (block && timeout == null && !shutDown) {
      block(thread);
      getters.add(thread);
    }
  }

  private void endJoins() {
    while (unfinished == 0 && !joiners.isEmpty()) {
      release(joiners.remove());
    }
  }

  private void shutdown(boolean immediate) {
    shutDown = true;
    if (immediate) {
      unfinished = Math.max(0, unfinished - size);
      size = 0;
      endJoins();
    }
    getters.forEach(this::release);
    getters.clear();
    putters.forEach(this::release);
    putters.clear();
  }
}

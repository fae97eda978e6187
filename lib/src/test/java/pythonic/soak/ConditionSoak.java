package pythonic.soak;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.threading.BasicLock;
import pythonic.threading.Condition;

/** The lesson's buffer with room for a few, over one lock and two conditions, each told by the other side. */
@NullUnmarked
final class ConditionSoak extends BufferSoak {

  private static final int ROOM = 4;

  private final ArrayDeque<Long> items = new ArrayDeque<>(); // guarded by the conditions' lock
  private final Condition notEmpty;
  private final Condition notFull;

  ConditionSoak(BasicLock lock) {
    notEmpty = new Condition(lock);
    notFull = new Condition(lock);
  }

  @Override
  boolean put(long number, @Nullable Double timeout, SplittableRandom random) {
    notFull.acquire();
    try {
      if (!await(notFull, () -> items.size() < ROOM, timeout, random)) {
        return false;
      }
      items.add(number);
      notEmpty.notify_();
      return true;
    } finally {
      notFull.release();
    }
  }

  @Override
  @Nullable Long get(@Nullable Double timeout, SplittableRandom random) {
    notEmpty.acquire();
    try {
      if (!await(notEmpty, () -> !items.isEmpty(), timeout, random)) {
        return null;
      }
      Long item = items.remove();
      notFull.notify_();
      return item;
    } finally {
      notEmpty.release();
    }
  }

  private static boolean await(Condition condition, BooleanSupplier holds, @Nullable Double timeout, SplittableRandom random) {
    if (random.nextBoolean()) {
      return timeout == null ? condition.wait_for(holds::getAsBoolean) : condition.wait_for(holds::getAsBoolean, timeout);
    }
    while (!holds.getAsBoolean()) {
      if (timeout == null) {
        condition.wait_();
      } else if (!condition.wait_(timeout)) {
        return holds.getAsBoolean();
      }
    }
    return true;
  }

  @Override
  boolean isFifo() {
    return true;
  }

  @Override
  @Nullable Long left() {
    return items.poll();
  }
}

package pythonic.multiprocessing.pool;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.internal.pool.Stacks;
import pythonic.internal.pool.Task;
import pythonic.internal.pool.Work;

/** A task of a pool, which knows the line that submitted it. */
abstract class PoolTask extends Task {

  private static final Set<Class<?>> OWN =
      Set.of(Pool.class, ApplyCalls.class, ApplyAsyncCalls.class, MapCalls.class, Mapping.class, MapTasks.class, ImapFeed.class, StarmapCalls.class, StarmapAsyncCalls.class);

  private final Throwable place;

  PoolTask(Work work, Throwable place) {
    super(work);
    this.place = place;
  }

  @Override
  protected final StackTraceElement @Nullable [] submitted() {
    return Stacks.outside(place.getStackTrace(), OWN);
  }

  /** Callbacks have a thread of their own. */
  @Override
  protected final boolean isQuiet() {
    return true;
  }

  /** One call, whose end is the end of what was submitted. */
  static final class Single extends PoolTask {

    private final Settlement settlement;

    Single(Work work, Throwable place, Settlement settlement) {
      super(work, place);
      this.settlement = settlement;
    }

    @Override
    protected void succeed(@Nullable Object value) {
      settlement.settle(value, null);
    }

    @Override
    protected void fail(Throwable error) {
      settlement.settle(null, error);
    }
  }
}

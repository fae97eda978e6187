package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;

/**
 * What a pool is to be like.
 *
 * @param processes how many workers
 * @param initializer called first by each, null for none
 * @param maxtasks how many tasks a worker performs, null for no limit
 * @param onDeath what becomes of a task whose worker ends
 * @param executor whether it behaves as an executor: workers are started as they are needed, SystemExit and its like
 *     are the task's, and what was submitted is done before the program ends
 * @param extras what Python's pools have not
 */
public record PoolOptions(
    int processes, @Nullable Call initializer, @Nullable Integer maxtasks, ProcessEngine.OnDeath onDeath, boolean executor, PoolExtras extras) {}

package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;

/**
 * What a pool is to be like.
 *
 * @param processes how many workers
 * @param initializer called first by each, null for none
 * @param maxtasks how many tasks a worker performs, null for no limit
 * @param keepsAll whether SystemExit and its like are the task's too, and do not end the worker
 * @param onDeath what becomes of a task whose worker ends
 */
public record PoolOptions(
    int processes, @Nullable Call initializer, @Nullable Integer maxtasks, boolean keepsAll, ProcessEngine.OnDeath onDeath) {}

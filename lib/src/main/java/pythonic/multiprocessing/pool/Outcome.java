package pythonic.multiprocessing.pool;

import org.jspecify.annotations.Nullable;

/** What became of a task: a value or an error. */
sealed interface Outcome {

  record Value(@Nullable Object value) implements Outcome {}

  record Failure(Throwable error) implements Outcome {}
}

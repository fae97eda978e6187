package pythonic.builtins.keywords;

/** A keyword that {@code Pool.map} and {@code Pool.starmap} takes. */
public sealed interface PoolMapKeyword extends Keyword
    permits Chunksize, ProgressBar, TaskTimeout {}

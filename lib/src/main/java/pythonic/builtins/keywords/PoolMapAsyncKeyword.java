package pythonic.builtins.keywords;

/** A keyword that {@code Pool.map_async} and {@code Pool.starmap_async} takes. */
public sealed interface PoolMapAsyncKeyword extends Keyword
    permits Callback, Chunksize, ErrorCallback, TaskTimeout {}

package pythonic.builtins.keywords;

/** A keyword that an executor's {@code map} takes. */
public sealed interface MapKeyword extends Keyword
    permits Buffersize, Chunksize, ProgressBar, TaskTimeout, Timeout {}

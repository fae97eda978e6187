package pythonic.builtins.keywords;

/** A keyword that {@code Pool.apply_async} takes. */
public sealed interface ApplyAsyncKeyword extends Keyword
    permits Args, Callback, ErrorCallback, Kwds, TaskTimeout {}

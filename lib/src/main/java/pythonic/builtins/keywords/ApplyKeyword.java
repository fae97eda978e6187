package pythonic.builtins.keywords;

/** A keyword that {@code Pool.apply} takes. */
public sealed interface ApplyKeyword extends Keyword
    permits Args, Kwds, TaskTimeout {}

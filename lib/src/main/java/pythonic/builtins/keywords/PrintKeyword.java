package pythonic.builtins.keywords;

/** A keyword that {@code print} takes. */
public sealed interface PrintKeyword extends Keyword
    permits End, File, Flush, Sep {}

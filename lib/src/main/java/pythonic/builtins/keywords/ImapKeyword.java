package pythonic.builtins.keywords;

/** A keyword that {@code Pool.imap} and {@code Pool.imap_unordered} takes. */
public sealed interface ImapKeyword extends Keyword
    permits Buffersize, Chunksize, ProgressBar, TaskTimeout {}

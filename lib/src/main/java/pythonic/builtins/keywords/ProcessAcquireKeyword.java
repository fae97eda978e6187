package pythonic.builtins.keywords;

/** A keyword that {@code acquire} of a lock or semaphore between processes takes. */
public sealed interface ProcessAcquireKeyword extends Keyword
    permits Block, Timeout {}

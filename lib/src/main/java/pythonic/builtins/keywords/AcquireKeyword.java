package pythonic.builtins.keywords;

/** A keyword that {@code acquire} of a lock, condition or semaphore takes. */
public sealed interface AcquireKeyword extends Keyword
    permits Blocking, Timeout {}

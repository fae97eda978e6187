package pythonic.builtins.keywords;

/** A keyword that a block of shared memory takes. */
public sealed interface SharedMemoryKeyword extends Keyword
    permits Name, Create, Size, Track {}

package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.Process} takes. */
public sealed interface ProcessKeyword extends Keyword
    permits Args, Daemon, Group, Kwargs, Name, Target {}

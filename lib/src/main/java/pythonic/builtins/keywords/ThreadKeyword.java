package pythonic.builtins.keywords;

/** A keyword that {@code threading.Thread} takes. */
public sealed interface ThreadKeyword extends Keyword
    permits Args, Context, Daemon, Group, Kwargs, Name, Target, Virtual {}

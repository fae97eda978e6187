package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.connection.Listener} takes. */
public sealed interface ListenerKeyword extends Keyword permits Authkey, Backlog, Family, Pickle {}

package pythonic.builtins.keywords;

/** A keyword that {@code multiprocessing.connection.Client} takes. */
public sealed interface ClientKeyword extends Keyword permits Authkey, Family, Pickle {}

package pythonic.builtins.keywords;

/** A keyword that {@code socket.create_connection} takes. */
public sealed interface CreateConnectionKeyword extends Keyword permits AllErrors, SourceAddress, Timeout {}

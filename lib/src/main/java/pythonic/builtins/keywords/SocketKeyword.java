package pythonic.builtins.keywords;

/** A keyword that {@code socket.socket} takes. */
public sealed interface SocketKeyword extends Keyword permits Fileno, Proto, SocketFamily, SocketType {}

package pythonic.builtins.keywords;

/** A keyword that {@code socket.create_server} takes. */
public sealed interface CreateServerKeyword extends Keyword permits Backlog, DualstackIpv6, ReusePort, SocketFamily {}

package pythonic.builtins.keywords;

/** A keyword that {@code socket.getaddrinfo} takes. */
public sealed interface AddressInfoKeyword extends Keyword permits Flags, Proto, SocketFamily, SocketType {}

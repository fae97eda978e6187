package pythonic.builtins.keywords;

/** A keyword that {@code socket.makefile} takes. */
public sealed interface MakefileKeyword extends Keyword permits Buffering, Encoding, Errors, Newline {}

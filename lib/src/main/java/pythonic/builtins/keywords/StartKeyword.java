package pythonic.builtins.keywords;

/** A keyword that {@code start} of a manager takes. */
public sealed interface StartKeyword extends Keyword permits Initargs, Initializer {}

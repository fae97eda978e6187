package pythonic.builtins.keywords;

/** A keyword that {@code register} of a manager takes. */
public sealed interface RegisterKeyword extends Keyword permits CreateMethod, Exposed, MethodToTypeid, Proxytype {}

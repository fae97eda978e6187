package pythonic.builtins.keywords;

/** A keyword that a manager takes. */
public sealed interface ManagerKeyword extends Keyword permits Authkey, Ctx, Nested, Serializer, ShutdownTimeout {}

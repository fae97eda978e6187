package pythonic.builtins.keywords;

/** A keyword that {@code threading.Barrier} takes. */
public sealed interface BarrierKeyword extends Keyword
    permits Action, Parties, Timeout {}

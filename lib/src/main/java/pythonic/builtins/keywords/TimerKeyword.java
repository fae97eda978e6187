package pythonic.builtins.keywords;

/** A keyword that {@code threading.Timer} takes. */
public sealed interface TimerKeyword extends Keyword
    permits Args, Interval, Kwargs, TimedFunction, Virtual {}

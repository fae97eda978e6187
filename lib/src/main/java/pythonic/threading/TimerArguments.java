package pythonic.threading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Interval;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.TimedFunction;
import pythonic.builtins.keywords.TimerKeyword;
import pythonic.builtins.keywords.Virtual;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;

/** What a timer is made with. */
record TimerArguments(double interval, Call call, boolean virtual) {

  private static final String CALL = "Timer.__init__";

  static TimerArguments of(TimerKeyword[] keywords) {
    Interval interval = Given.find(CALL, keywords, Interval.class);
    TimedFunction function = Given.find(CALL, keywords, TimedFunction.class);
    if (interval == null || function == null) {
      throw missing(interval, function);
    }
    Args args = Given.find(CALL, keywords, Args.class);
    Kwargs kwargs = Given.find(CALL, keywords, Kwargs.class);
    Virtual virtual = Given.find(CALL, keywords, Virtual.class);
    return new TimerArguments(
        interval.seconds(), Call.of(function.function(), args, kwargs), virtual != null && virtual.value());
  }

  static TimerArguments of(double interval, Callable function, TimerKeyword[] rest) {
    var all = new ArrayList<TimerKeyword>(List.of(new Interval(interval), new TimedFunction(function)));
    all.addAll(Arrays.asList(rest));
    return of(all.toArray(new TimerKeyword[0]));
  }

  private static TypeError missing(@Nullable Interval interval, @Nullable TimedFunction function) {
    if (interval == null && function == null) {
      return new TypeError(CALL + "() missing 2 required positional arguments: 'interval' and 'function'");
    }
    String name = interval == null ? "interval" : "function";
    return new TypeError(CALL + "() missing 1 required positional argument: '" + name + "'");
  }
}

package pythonic.threading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Runner;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Context;
import pythonic.builtins.keywords.Daemon;
import pythonic.builtins.keywords.Group;
import pythonic.builtins.keywords.Kwargs;
import pythonic.builtins.keywords.Name;
import pythonic.builtins.keywords.Target;
import pythonic.builtins.keywords.ThreadKeyword;
import pythonic.builtins.keywords.Virtual;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;

/**
 * What a thread is made with.
 *
 * @param call the target and its arguments, null for none
 * @param name the name given or the next free one
 * @param daemon null to inherit it
 * @param virtual whether it is to run on one of Java's virtual threads
 * @param context what it runs in, null for an empty context
 */
record ThreadArguments(
    @Nullable Call call, String name, @Nullable Boolean daemon, boolean virtual, @Nullable Runner context) {

  private static final String CALL = "Thread.__init__";

  static ThreadArguments of(ThreadKeyword @Nullable [] keywords) {
    ThreadKeyword[] given = keywords == null ? new ThreadKeyword[0] : keywords;
    Group group = Given.find(CALL, given, Group.class);
    if (group != null && group.value() != null) {
      throw new AssertionError("group argument must be None for now");
    }
    Target target = Given.find(CALL, given, Target.class);
    Args args = Given.find(CALL, given, Args.class);
    Kwargs kwargs = Given.find(CALL, given, Kwargs.class);
    Call call = target == null || target.function() == null ? null : Call.of(target.function(), args, kwargs);
    Name name = Given.find(CALL, given, Name.class);
    String text = name == null || name.value() == null ? "" : Builtins.str(name.value());
    Daemon daemon = Given.find(CALL, given, Daemon.class);
    Virtual virtual = Given.find(CALL, given, Virtual.class);
    Context context = Given.find(CALL, given, Context.class);
    return new ThreadArguments(
        call,
        text.isEmpty() ? Names.nextThread(call) : text,
        daemon == null ? null : daemon.value(),
        virtual != null && virtual.value(),
        context == null ? null : context.value());
  }

  static ThreadKeyword[] positional(Target target, @Nullable String name, ThreadKeyword... rest) {
    List<ThreadKeyword> all = new ArrayList<>(List.of(target, new Name(name)));
    Collections.addAll(all, rest);
    return all.toArray(new ThreadKeyword[0]);
  }
}

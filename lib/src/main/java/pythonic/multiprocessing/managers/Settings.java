package pythonic.multiprocessing.managers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Authkey;
import pythonic.builtins.keywords.Ctx;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.builtins.keywords.Nested;
import pythonic.builtins.keywords.Serializer;
import pythonic.builtins.keywords.ShutdownTimeout;
import pythonic.builtins.keywords.StartKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.context.BaseContext;

/**
 * The keywords of a manager.
 *
 * @param authkey what callers must know
 * @param ctx the context, null for the default
 * @param shutdownTimeout seconds that the process has to end when it is told to, and again after each stronger word
 * @param nested whether containers that are put inside become shared ones
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares settings
record Settings(byte[] authkey, @Nullable BaseContext ctx, double shutdownTimeout, boolean nested) {

  private static final String INIT = "BaseManager.__init__";

  static Settings of(ManagerKeyword[] keywords) {
    Serializer serializer = Given.find(INIT, keywords, Serializer.class);
    if (serializer != null && !serializer.name().equals("pickle")) {
      throw new KeyError(serializer.name());
    }
    Authkey authkey = Given.find(INIT, keywords, Authkey.class);
    byte[] key = authkey == null ? null : authkey.value();
    Ctx ctx = Given.find(INIT, keywords, Ctx.class);
    ShutdownTimeout timeout = Given.find(INIT, keywords, ShutdownTimeout.class);
    Nested nested = Given.find(INIT, keywords, Nested.class);
    return new Settings(
        key == null ? Multiprocessing.current_process().authkey() : key,
        ctx == null ? null : (BaseContext) ctx.value(),
        timeout == null ? 1.0 : timeout.seconds(),
        nested != null && nested.value());
  }

  /** {@return what a manager's process does first, null for nothing} */
  static @Nullable Call initializer(StartKeyword[] keywords) {
    Initializer initializer = Given.find("start", keywords, Initializer.class);
    Initargs initargs = Given.find("start", keywords, Initargs.class);
    Callable function = initializer == null ? null : initializer.function();
    return function == null ? null : new Call(function, initargs == null ? List.of() : initargs.values(), Map.of());
  }
}

package pythonic.threading;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pythonic.builtins.Builtins;
import pythonic.builtins.SystemExit;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;

/** What happens to an exception that ends a thread. */
final class ExceptHook {

  static final Procedure1<ExceptHookArgs> DEFAULT = ExceptHook::print;

  /** Volatile: a hook that is set reaches every thread that fails from then on. */
  static volatile Procedure1<? super ExceptHookArgs> hook = DEFAULT;

  private ExceptHook() {}

  /** Hands an exception to the hook. A hook that fails is reported instead, and its SystemExit is silent, as in Python. */
  static void handle(Throwable exception, Thread thread) {
    try {
      hook.call(ExceptHookArgs.of(exception, thread));
    } catch (SystemExit _) {
      // a hook may leave by sys.exit
    } catch (Throwable failure) {
      report("Exception in threading.excepthook:\n" + Traceback.format(failure));
    }
  }

  private static void print(ExceptHookArgs args) {
    if (args.exc_value() instanceof SystemExit) {
      return;
    }
    Thread thread = args.thread();
    String name = thread == null ? Builtins.str(Threading.get_ident()) : thread.name();
    report("Exception in thread " + name + ":\n" + Traceback.format(args.exc_value()));
  }

  /** Writes to standard error, and if the program has put something there that fails, to the process's own. */
  @SuppressWarnings("CatchingUnchecked") // whatever a stream of the program's does, the report is not lost
  private static void report(String text) {
    PrintStream errors = System.err;
    try {
      if (errors != null) {
        Console.write(errors, text);
        return;
      }
    } catch (RuntimeException | Error _) {
      // below
    }
    Console.write(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), text);
  }
}

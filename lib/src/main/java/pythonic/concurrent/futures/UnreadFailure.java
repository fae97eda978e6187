package pythonic.concurrent.futures;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pythonic.internal.console.Console;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.text.Traceback;

/**
 * What a call raised and nobody has asked for. It is reported once: when the future is unreachable, so that nobody
 * can ask any more, or at the program's end. It must not hold the future.
 */
final class UnreadFailure implements Runnable {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");
  private static final Cleaner CLEANER = Cleaner.create();

  /** Who removes a failure from here is the one that reports it, or keeps it from being reported. */
  private static final Set<UnreadFailure> UNREAD = ConcurrentHashMap.newKeySet();

  static {
    Lifecycle.atExit(UnreadFailure::reportAll);
  }

  private final String future;
  private final Throwable raised;
  private final Cleaner.Cleanable cleanable;

  /** Notes what a future's call has raised. */
  UnreadFailure(Future<?> future, Throwable raised) {
    this.future = future.toString();
    this.raised = raised;
    UNREAD.add(this);
    cleanable = CLEANER.register(future, this);
  }

  /** It was asked for, or given up on purpose: there is nothing to report. */
  void dismiss() {
    if (UNREAD.remove(this)) {
      cleanable.clean();
    }
  }

  /** The future is unreachable. */
  @Override
  public void run() {
    if (UNREAD.remove(this)) {
      LOGGER.log(System.Logger.Level.ERROR, text(), raised);
    }
  }

  /** Not by the logger: Java's own has then ended, or ends just now. */
  private static void reportAll() {
    UNREAD.forEach(failure -> {
      if (UNREAD.remove(failure)) {
        Console.write(System.err, failure.text() + "\n" + Traceback.format(failure.raised));
      }
    });
  }

  private String text() {
    return "exception was never retrieved: " + future;
  }
}

package pythonic.concurrent.futures;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

  private final Throwable raised;
  private volatile boolean dismissed;

  /** These two are written before this is among the unread. */
  private @Nullable String future;
  private Cleaner.@Nullable Cleanable cleanable;

  UnreadFailure(Throwable raised) {
    this.raised = raised;
  }

  Throwable raised() {
    return raised;
  }

  /** From now on it is reported. The future has raised it, and may have been asked for it since. */
  void watch(Future<?> raiser) {
    future = raiser.toString();
    cleanable = CLEANER.register(raiser, this);
    UNREAD.add(this);
    if (dismissed) { // looked at second: who dismisses writes it first, so one of the two sees the other
      remove();
    }
  }

  /** It was asked for, or given up on purpose: there is nothing to report. */
  void dismiss() {
    if (!dismissed) {
      dismissed = true;
      remove();
    }
  }

  private void remove() {
    if (UNREAD.remove(this) && cleanable != null) {
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

package pythonic.internal.pool;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * The time that what a thread performs may take. Who begins and ends something touches two fields only: a look at the
 * clock is planned where none is, and the look plans the next one.
 */
public final class TimeLimit implements AutoCloseable {

  private static final ScheduledThreadPoolExecutor LOOKS =
      new ScheduledThreadPoolExecutor(1, work -> Thread.ofPlatform().daemon().name("pythonic-pool-clock").unstarted(work));

  static {
    LOOKS.setKeepAliveTime(1, TimeUnit.SECONDS);
    LOOKS.allowCoreThreadTimeOut(true);
    LOOKS.setRemoveOnCancelPolicy(true);
  }

  /** 36 years: keeps moments within 64 bits. */
  private static final long LONGEST = 1L << 60;

  /** Held for moments, and while {@link #overdue} runs: what it ends has not ended. Guards what stands below. */
  private final Mutex mutex = new Mutex();

  private final Runnable overdue;
  private boolean running;
  private long end;
  private volatile boolean passed;
  private @Nullable ScheduledFuture<?> planned;
  private long nextLook;

  /** A limit for one thing after the other. The action is done in the midst of one that takes too long, once. */
  public TimeLimit(Runnable overdue) {
    this.overdue = overdue;
  }

  /** Something begins that may take so many seconds. */
  public void begin(double seconds) {
    long allowed = Math.min(Deadline.nanos(seconds), LONGEST);
    try (var _ = mutex.hold()) {
      running = true;
      end = System.nanoTime() + allowed;
      if (planned == null || nextLook - end > 0) {
        plan();
      }
    }
  }

  /** {@return whether something has taken too long} */
  boolean hasPassed() {
    return passed;
  }

  /** It is over. */
  public void end() {
    try (var _ = mutex.hold()) {
      running = false;
    }
  }

  /** Nothing more begins: no look is left. */
  @Override
  public void close() {
    try (var _ = mutex.hold()) {
      forget();
    }
  }

  private void forget() {
    ScheduledFuture<?> look = planned;
    if (look != null) {
      look.cancel(false);
      planned = null;
    }
  }

  private void plan() {
    forget();
    nextLook = end;
    planned = LOOKS.schedule(this::look, end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    try (var _ = mutex.hold()) {
      planned = null;
      if (!running) {
        return;
      }
      if (end - System.nanoTime() > 0) {
        plan();
      } else {
        running = false;
        passed = true;
        overdue.run();
      }
    }
  }
}

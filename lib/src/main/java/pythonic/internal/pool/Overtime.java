package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.TimeoutError;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** Ends this worker process when a task takes longer than it may. The task's failure has the stack where it was. */
final class Overtime {

  /** The exit code of a worker whose task took too long. */
  static final int EXIT_CODE = 76;

  private final Thread performer = Thread.currentThread();
  private final Worker worker;
  private final TimeLimit clock = new TimeLimit(this::end);

  /** Written before the clock is set, read when it is overdue. */
  private long number;

  private @Nullable Work work;

  /** The limits of what the current thread performs. */
  Overtime(Worker worker) {
    this.worker = worker;
  }

  @Nullable Object run(long taskNumber, Work limited) throws Exception {
    number = taskNumber;
    work = limited;
    return limited.run(clock);
  }

  /** The clock's thread speaks for the worker, which is in the midst of the task, and stays there. */
  private void end() {
    try {
      if (work != null) {
        var error = new TimeoutError(text(work, "worker process " + ProcessHandle.current().pid()));
        error.setStackTrace(performer.getStackTrace());
        worker.tell(number, new Replies.Reply(Replies.ERROR, Pickler.dumps(PortableError.of(error), "")));
      }
    } finally {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  /** {@return the text of the error of work that took too long} */
  static String text(Work work, String where) {
    return work.description() + " took longer than its limit of " + work.limit() + " seconds in " + where;
  }
}

package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.MaxTasksPerChild;
import pythonic.builtins.keywords.MaxWorkers;
import pythonic.builtins.keywords.MpContext;
import pythonic.builtins.keywords.OnWorkerDeath;
import pythonic.builtins.keywords.ProcessPoolExecutorKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.pool.Errors;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.PoolOptions;
import pythonic.internal.pool.ProcessEngine;
import pythonic.internal.pool.ProcessEngine.OnDeath;
import pythonic.internal.pool.WorkerSetup;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.multiprocessing.pool.RemoteTraceback;

/** What an executor asks of its processes, and how they are started. */
final class ProcessWorkers {

  private ProcessWorkers() {}

  static ProcessEngine of(ProcessPoolExecutorKeyword... keywords) {
    MaxWorkers max = given(keywords, MaxWorkers.class);
    MaxTasksPerChild most = given(keywords, MaxTasksPerChild.class);
    MpContext<?> context = given(keywords, MpContext.class);
    Initializer initializer = given(keywords, Initializer.class);
    Initargs initargs = given(keywords, Initargs.class);
    int count = max == null || max.count() == null ? Multiprocessing.cpu_count() : max.count();
    if (count < 1) {
      throw new ValueError("max_workers must be greater than 0");
    }
    Integer limit = most == null ? null : most.count();
    if (limit != null && limit < 1) {
      throw new ValueError("max_tasks_per_child must be >= 1");
    }
    Call first = initializer == null
        ? null
        : Call.ofNullable(initializer.function(), initargs == null ? null : new Args(initargs.values()), null);
    BaseContext chosen = context(context == null ? null : context.context());
    var extras = PoolExtras.of("ProcessPoolExecutor.__init__", keywords, count);
    var options = new PoolOptions(count, first, limit, policy(given(keywords, OnWorkerDeath.class)), true, extras);
    return new ProcessEngine(options, setup -> start(chosen, setup, extras), new ExecutorErrors());
  }

  private static <K extends ProcessPoolExecutorKeyword> @Nullable K given(ProcessPoolExecutorKeyword[] keywords, Class<K> type) {
    return Given.find("ProcessPoolExecutor.__init__", keywords, type);
  }

  private static BaseContext context(@Nullable Object given) {
    return switch (given) {
      case null -> Multiprocessing.get_context();
      case BaseContext context -> context;
      default -> throw new TypeError("mp_context must be a context, not " + Builtins.type_name(given));
    };
  }

  private static OnDeath policy(@Nullable OnWorkerDeath given) {
    return switch (given == null ? "break" : given.policy()) {
      case "fail" -> OnDeath.FAIL;
      case "retry" -> OnDeath.RETRY;
      case "break" -> OnDeath.BREAK;
      default -> throw new ValueError("on_worker_death must be 'fail', 'retry' or 'break'");
    };
  }

  private static ChildJvm start(BaseContext context, WorkerSetup setup, PoolExtras extras) {
    Process process = context.Process(setup.target(), setup.args());
    extras.start(setup.id(), process::start);
    Long pid = process.pid();
    ChildJvm started = pid == null ? null : ChildJvm.of(pid);
    if (started == null) {
      throw new ProcessError("worker " + process.name() + " ended before it began");
    }
    return started;
  }

  /** The exceptions of an executor, with Python's texts. */
  private static final class ExecutorErrors implements Errors {

    @Override
    public Throwable lost(String text) {
      var error = new BrokenProcessPool(
          "A process in the process pool was terminated abruptly while the future was running or pending.");
      return error.initCause(new WorkerLostError(text));
    }

    @Override
    public Throwable terminated(String text) {
      return lost(text);
    }

    @Override
    public Throwable encoding(String reason, String value) {
      return new TypeError(reason);
    }

    @Override
    public Throwable remote(String traceback) {
      return new RemoteTraceback(traceback);
    }
  }
}

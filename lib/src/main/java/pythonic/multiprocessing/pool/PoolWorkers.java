package pythonic.multiprocessing.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.Maxtasksperchild;
import pythonic.builtins.keywords.OnWorkerDeath;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.Processes;
import pythonic.builtins.keywords.ThreadPoolKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.Errors;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.PoolOptions;
import pythonic.internal.pool.ProcessEngine;
import pythonic.internal.pool.ProcessEngine.OnDeath;
import pythonic.internal.pool.ThreadEngine;
import pythonic.internal.pool.WorkerSetup;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.multiprocessing.context.BaseContext;

/**
 * The workers of a pool: what it asks of them, and how they are started.
 *
 * @param engine what gives them tasks
 * @param extras what Python's pools have not
 */
record PoolWorkers(Engine engine, PoolExtras extras) {

  /** The workers of a pool of processes, started at once. */
  static PoolWorkers of(BaseContext context, PoolKeyword... keywords) {
    Maxtasksperchild maxtasks = Given.find("Pool", keywords, Maxtasksperchild.class);
    OnWorkerDeath onDeath = Given.find("Pool", keywords, OnWorkerDeath.class);
    int count = count(Given.find("Pool", keywords, Processes.class));
    Integer limit = maxtasks == null ? null : maxtasks.count();
    if (limit != null && limit < 1) {
      throw new ValueError("maxtasksperchild must be a positive int or None");
    }
    Call first = initializer(Given.find("Pool", keywords, Initializer.class), Given.find("Pool", keywords, Initargs.class));
    var extras = PoolExtras.of("Pool", keywords, count);
    var options = new PoolOptions(count, first, limit, policy(onDeath), false, extras);
    return new PoolWorkers(new ProcessEngine(options, setup -> start(context, setup, extras), new PoolErrors()), extras);
  }

  /** The workers of a pool of threads, started at once. */
  static PoolWorkers of(ThreadPoolKeyword... keywords) {
    int count = count(Given.find("ThreadPool", keywords, Processes.class));
    Call first = initializer(Given.find("ThreadPool", keywords, Initializer.class), Given.find("ThreadPool", keywords, Initargs.class));
    var extras = PoolExtras.of("ThreadPool", keywords, count);
    return new PoolWorkers(new ThreadEngine(count, first, new PoolErrors(), extras), extras);
  }

  private static int count(@Nullable Processes processes) {
    int count = processes == null || processes.count() == null ? Multiprocessing.cpu_count() : processes.count();
    if (count < 1) {
      throw new ValueError("Number of processes must be at least 1");
    }
    return count;
  }

  private static @Nullable Call initializer(@Nullable Initializer initializer, @Nullable Initargs initargs) {
    return initializer == null || initializer.function() == null
        ? null
        : Call.of(initializer.function(), initargs == null ? null : new Args(initargs.values()), null);
  }

  private static OnDeath policy(@Nullable OnWorkerDeath given) {
    return switch (given == null ? "fail" : given.policy()) {
      case "fail" -> OnDeath.FAIL;
      case "retry" -> OnDeath.RETRY;
      case "break" -> OnDeath.BREAK;
      default -> throw new ValueError("on_worker_death must be 'fail', 'retry' or 'break'");
    };
  }

  private static ChildJvm start(BaseContext context, WorkerSetup setup, PoolExtras extras) {
    Process process = context.Process(setup.target(), setup.args(), Keywords.daemon(true));
    process.name(process.name().replace("Process", "PoolWorker"));
    extras.start(setup.id(), process::start);
    Long pid = process.pid();
    ChildJvm started = pid == null ? null : ChildJvm.of(pid);
    if (started == null) {
      throw new ProcessError("worker " + process.name() + " ended before it began");
    }
    return started;
  }

  /** The exceptions of a pool. */
  private static final class PoolErrors implements Errors {

    @Override
    public Throwable lost(String text) {
      return new WorkerLostError(text);
    }

    @Override
    public Throwable terminated(String text) {
      return new ProcessError(text);
    }

    @Override
    public Throwable encoding(String reason, String value) {
      return new MaybeEncodingError(reason, value);
    }

    @Override
    public Throwable remote(String traceback) {
      return new RemoteTraceback(traceback);
    }
  }
}

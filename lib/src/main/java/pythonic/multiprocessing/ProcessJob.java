package pythonic.multiprocessing;

import java.io.Serial;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.SystemExit;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ChildJob;
import pythonic.internal.child.ParentLink;
import pythonic.internal.child.ShortJob;
import pythonic.internal.console.Console;
import pythonic.internal.lifecycle.ExitStatus;
import pythonic.internal.text.Traceback;
import pythonic.internal.wire.Pickler;
import pythonic.multiprocessing.context.ForkServerProcess;
import pythonic.multiprocessing.context.SpawnProcess;

/** The main work of a child JVM: it becomes the process that was sent to it, and runs it. */
final class ProcessJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  /** Without fields of their own. */
  private static final List<Class<?>> TYPES = List.of(Process.class, SpawnProcess.class, ForkServerProcess.class);

  static {
    ShortJob.reader(ProcessJob::new);
  }

  private final byte[] process;
  private final byte[] call;
  private final transient Surroundings surroundings;

  private ProcessJob(@Nullable Object[] data) {
    process = (byte[]) item(data, 1);
    call = (byte[]) item(data, 2);
    surroundings = Surroundings.of((Object[]) item(data, 3));
  }

  /** {@return a job, pickled, of what the other two methods gave} */
  static byte[] pickled(byte[] process, byte[] call, Surroundings surroundings) {
    return Pickler.dumps(new Object[] {ProcessJob.class.getName(), process, call, surroundings.data()}, "");
  }

  /** {@return a process, pickled: one of the library's own types in the short form} */
  static byte[] pickled(Process process) {
    int type = TYPES.indexOf(process.getClass());
    return type >= 0 ? Pickler.dumps(new Object[] {type, process.data()}, "") : Pickler.dumps(process, "self");
  }

  /** {@return a call, pickled: that of a lambda with plain data in the short form} */
  static byte[] pickled(@Nullable Call call) {
    byte[] plain = call == null ? null : Pickler.dumpsShort(new Object[] {call.function(), call.args().toArray(), new HashMap<>(call.kwargs())});
    return plain != null ? plain : Pickler.dumps(call, "");
  }

  @SuppressWarnings("unchecked") // as pickled() made it
  private Process process() {
    Object arrived = Objects.requireNonNull(loads(process));
    if (arrived instanceof Process whole) {
      return whole;
    }
    @Nullable Object[] data = (Object[]) arrived;
    BaseProcess.arrives((List<Object>) item(data, 1));
    return switch ((int) item(data, 0)) {
      case 0 -> new Process();
      case 1 -> new SpawnProcess();
      default -> new ForkServerProcess();
    };
  }

  @SuppressWarnings("unchecked") // as pickled() made it
  private @Nullable Call call() {
    Object arrived = loads(call);
    if (arrived == null || arrived instanceof Call) {
      return (Call) arrived;
    }
    @Nullable Object[] data = (Object[]) arrived;
    List<@Nullable Object> args = Arrays.asList((Object[]) item(data, 1));
    var kwargs = (Map<String, Object>) item(data, 2);
    return new Call((Callable) item(data, 0), Collections.unmodifiableList(args), new HashMap<>(kwargs));
  }

  private static Object item(@Nullable Object[] data, int index) {
    return Objects.requireNonNull(data[index]);
  }

  /** Goes the ways of a job that {@link #pickled} gave, but for making this JVM its process. */
  static void rehearse(byte[] pickled) throws Exception {
    if (loads(pickled) instanceof @Nullable Object[] data) {
      var job = new ProcessJob(data);
      Process rehearsed = job.process();
      rehearsed.arrive(job.call());
      rehearsed.run();
    }
  }

  @Override
  public int run() {
    Process self = process();
    surroundings.takeOver(self);
    self.arrive(call());
    Thread.currentThread().setName(self.name());
    ParentLink link = ParentLink.current();
    if (link != null) {
      link.begin();
    }
    int code = run(self);
    Logger.life("process exiting with exitcode " + code);
    return code;
  }

  private static int run(Process self) {
    try {
      Logger.life("child process calling self.run()");
      self.run();
      return 0;
    } catch (SystemExit e) {
      return ExitStatus.of(e);
    } catch (Throwable e) { // a child's failure is told by its text and its exit code, whatever it is
      Console.write(System.err, "Process " + self.name() + ":\n" + Traceback.format(e));
      return 1;
    }
  }

  private static @Nullable Object loads(byte[] bytes) {
    ParentLink link = ParentLink.current();
    return Pickler.loads(bytes, link == null ? ClassLoader.getSystemClassLoader() : link.loader());
  }
}

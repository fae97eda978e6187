package pythonic.multiprocessing;

import java.io.Serial;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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

/** The main work of a child JVM: it becomes the process that was sent to it, and runs it. */
final class ProcessJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  static {
    ShortJob.reader(ProcessJob::new);
  }

  private final byte[] process;
  private final byte[] call;
  private final transient Surroundings surroundings;

  private ProcessJob(@Nullable Object[] data) {
    process = (byte[]) Objects.requireNonNull(data[1]);
    call = (byte[]) Objects.requireNonNull(data[2]);
    surroundings = Surroundings.of((Object[]) Objects.requireNonNull(data[3]));
  }

  /** {@return a job, pickled, of what the other two methods gave} */
  static byte[] pickled(byte[] process, byte[] call, Surroundings surroundings) {
    return Pickler.dumps(new Object[] {ProcessJob.class.getName(), process, call, surroundings.data()}, "");
  }

  /** {@return a process, pickled: one that is no subclass in the short form} */
  static byte[] pickled(Process process) {
    byte[] plain = process.getClass() == Process.class ? Pickler.dumpsShort(process.data()) : null;
    return plain != null ? plain : Pickler.dumps(process, "self");
  }

  /** {@return a call, pickled: that of a lambda with plain data in the short form} */
  static byte[] pickled(@Nullable Call call) {
    byte[] plain = call == null ? null : Pickler.dumpsShort(new Object[] {call.function(), call.args().toArray(), new HashMap<>(call.kwargs())});
    return plain != null ? plain : Pickler.dumps(call, "");
  }

  private Process process() {
    Object arrived = Objects.requireNonNull(loads(process));
    return arrived instanceof Object[] data ? new Process(data) : (Process) arrived;
  }

  @SuppressWarnings("unchecked") // as pickled() made it
  private @Nullable Call call() {
    Object arrived = loads(call);
    return arrived instanceof @Nullable Object[] data
        ? new Call((Callable) Objects.requireNonNull(data[0]), Collections.unmodifiableList(Arrays.asList((Object[]) Objects.requireNonNull(data[1]))),
            (Map<String, @Nullable Object>) Objects.requireNonNull(data[2]))
        : (Call) arrived;
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

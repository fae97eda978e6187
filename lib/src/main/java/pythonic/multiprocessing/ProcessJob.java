package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.SystemExit;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ChildJob;
import pythonic.internal.child.ParentLink;
import pythonic.internal.console.Console;
import pythonic.internal.lifecycle.ExitStatus;
import pythonic.internal.text.Traceback;
import pythonic.internal.wire.Pickler;

/** The main work of a child JVM: it becomes the process that was sent to it, and runs it. */
final class ProcessJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  private final byte[] process;
  private final byte[] call;
  private final Surroundings surroundings;

  ProcessJob(byte[] process, byte[] call, Surroundings surroundings) {
    this.process = process;
    this.call = call;
    this.surroundings = surroundings;
  }

  @Override
  public int run() {
    var self = (Process) loads(process);
    if (self == null) {
      throw new IllegalStateException("a job without a process");
    }
    surroundings.takeOver(self);
    self.arrive((Call) loads(call));
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

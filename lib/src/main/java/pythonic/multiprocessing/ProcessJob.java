package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.SystemExit;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ChildJob;
import pythonic.internal.child.ParentLink;
import pythonic.internal.lifecycle.ExitStatus;
import pythonic.internal.text.Traceback;
import pythonic.internal.wire.Pickler;

/** The main work of a child JVM: it becomes the process that was sent to it, and runs it. */
final class ProcessJob implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  private final byte[] process;
  private final byte[] call;
  private final byte[] authkey;
  private final long parentPid;
  private final String parentName;

  ProcessJob(byte[] process, byte[] call, byte[] authkey, long parentPid, String parentName) {
    this.process = process;
    this.call = call;
    this.authkey = authkey;
    this.parentPid = parentPid;
    this.parentName = parentName;
  }

  @Override
  public int run() {
    var self = (Process) loads(process);
    if (self == null) {
      throw new IllegalStateException("a job without a process");
    }
    Family.become(self, new ParentProcess(parentName, parentPid), authkey);
    self.arrive((Call) loads(call));
    Thread.currentThread().setName(self.name());
    try {
      self.run();
      return 0;
    } catch (SystemExit e) {
      return ExitStatus.of(e);
    } catch (Throwable e) { // a child's failure is told by its text and its exit code, whatever it is
      System.err.print("Process " + self.name() + ":\n" + Traceback.format(e));
      return 1;
    }
  }

  private static @Nullable Object loads(byte[] bytes) {
    ParentLink link = ParentLink.current();
    return Pickler.loads(bytes, link == null ? ClassLoader.getSystemClassLoader() : link.loader());
  }
}

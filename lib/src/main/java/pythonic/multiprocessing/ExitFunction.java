package pythonic.multiprocessing;

import java.util.concurrent.atomic.AtomicBoolean;
import pythonic.internal.child.PrivateFolder;
import pythonic.internal.console.WriterLock;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.sharedmemory.SharedHeap;

/** What this module does before the first child is started and when the JVM ends: daemonic children are ended, the others waited for, as in
 * Python; all are ended when a signal ends the JVM. */
final class ExitFunction {

  private static final AtomicBoolean INSTALLED = new AtomicBoolean();

  private ExitFunction() {}

  /** Sees to it that no child is forgotten; called before the first is started. */
  static void install() {
    if (INSTALLED.compareAndSet(false, true)) {
      if (WriterLock.path() == null && WriterLock.isUseful()) { // the first of the family
        WriterLock.use(PrivateFolder.file("print"));
        Lifecycle.atExit(WriterLock::delete);
      }
      SharedHeap.deleteAtExit(); // first, so that it is done last: the children use it
      Lifecycle.atExit(() -> Family.end(Lifecycle.bySignal()));
    }
  }
}

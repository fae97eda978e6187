package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.WriterLock;
import pythonic.sys.Sys;

/**
 * What a child takes over from its parent besides its work, as in Python. No record, because to deserialise a record
 * makes method handles, which takes a child some 20 ms.
 */
final class Surroundings implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final byte[] authkey;
  private final long parentPid = ProcessHandle.current().pid();
  private final String parentName = Family.current().name();
  private final String startMethod = Multiprocessing.get_start_method();
  private final String[] argv = Sys.argv().toArray(String[]::new);
  private final int logLevel = Logger.own().level();
  private final boolean logsToStderr = Logger.own().writesToStderr();

  /** The file whose lock is held to write, null for none. */
  private final @Nullable String writerLock = WriterLock.path();

  private Surroundings(byte[] authkey) {
    this.authkey = authkey;
  }

  /** {@return those of a child that this process starts} */
  static Surroundings of(Process child) {
    return new Surroundings(child.authkey());
  }

  /** Takes them over, for a process that has just arrived. */
  void takeOver(Process self) {
    Family.become(self, new ParentProcess(parentName, parentPid));
    self.authkey(authkey);
    Multiprocessing.set_start_method(startMethod, true);
    Sys.argv().addAll(List.of(argv));
    Logger.own().level(logLevel);
    if (writerLock != null) {
      WriterLock.use(Path.of(writerLock));
    }
    if (logsToStderr) {
      Logger.own().writeToStderr();
    }
  }
}

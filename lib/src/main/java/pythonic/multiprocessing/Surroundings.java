package pythonic.multiprocessing;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.WriterLock;
import pythonic.sys.Sys;

/**
 * What a child takes over from its parent besides its work, as in Python.
 *
 * @param authkey the key of the family
 * @param parentPid the parent's process id
 * @param parentName the parent's name
 * @param startMethod how the child starts children unless it is told otherwise
 * @param argv {@code sys.argv}
 * @param logLevel the level of the module's logger
 * @param logsToStderr whether its messages go to standard error
 * @param writerLock the file whose lock is held to write, null for none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
record Surroundings(
    byte[] authkey, long parentPid, String parentName, String startMethod, List<String> argv, int logLevel, boolean logsToStderr,
    @Nullable String writerLock)
    implements Serializable {

  /** {@return those of a child that this process starts} */
  static Surroundings of(Process child) {
    Logger logger = Logger.own();
    return new Surroundings(
        child.authkey(), ProcessHandle.current().pid(), Family.current().name(), Multiprocessing.get_start_method(),
        List.copyOf(Sys.argv()), logger.level(), logger.writesToStderr(),
        WriterLock.path());
  }

  /** Takes them over, for a process that has just arrived. */
  void takeOver(Process self) {
    Family.become(self, new ParentProcess(parentName, parentPid));
    self.authkey(authkey);
    Multiprocessing.set_start_method(startMethod, true);
    Sys.argv().addAll(argv);
    Logger.own().level(logLevel);
    if (writerLock != null) {
      WriterLock.use(Path.of(writerLock));
    }
    if (logsToStderr) {
      Logger.own().writeToStderr();
    }
  }
}

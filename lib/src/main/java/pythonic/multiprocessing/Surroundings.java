package pythonic.multiprocessing;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.WriterLock;
import pythonic.sys.Sys;

/** What a child takes over from its parent besides its work, as in Python. It travels as plain data. */
final class Surroundings {

  private final byte[] authkey;
  private final long parentPid;
  private final String parentName;
  private final String startMethod;
  private final Object[] argv;
  private final int logLevel;
  private final boolean logsToStderr;

  /** The file whose lock is held to write, null for none. */
  private final @Nullable String writerLock;

  private Surroundings(
      byte[] authkey, long parentPid, String parentName, String startMethod, Object[] argv, int logLevel, boolean logsToStderr, @Nullable String writerLock) {
    this.authkey = authkey;
    this.parentPid = parentPid;
    this.parentName = parentName;
    this.startMethod = startMethod;
    this.argv = argv;
    this.logLevel = logLevel;
    this.logsToStderr = logsToStderr;
    this.writerLock = writerLock;
  }

  /** {@return those of a child that this process starts} */
  static Surroundings of(Process child) {
    String method = Multiprocessing.get_start_method(); // which is fixed from now on
    String own = child._start_method();
    return new Surroundings(
        child.authkey(), ProcessHandle.current().pid(), Family.current().name(), own == null ? method : own,
        Sys.argv().toArray(), Logger.own().level(), Logger.own().writesToStderr(), WriterLock.path());
  }

  @Nullable Object[] data() {
    return new @Nullable Object[] {authkey, parentPid, parentName, startMethod, argv, logLevel, logsToStderr, writerLock};
  }

  /** {@return those that {@link #data} is of} */
  static Surroundings of(@Nullable Object[] data) {
    return new Surroundings(
        (byte[]) item(data, 0), (long) item(data, 1), (String) item(data, 2), (String) item(data, 3), (Object[]) item(data, 4),
        (int) item(data, 5), (boolean) item(data, 6), (String) data[7]);
  }

  private static Object item(@Nullable Object[] data, int index) {
    return Objects.requireNonNull(data[index]);
  }

  /** Takes them over, for a process that has just arrived. */
  void takeOver(Process self) {
    Family.become(self, new ParentProcess(parentName, parentPid));
    self.authkey(authkey);
    Multiprocessing.set_start_method(startMethod, true);
    for (Object argument : argv) {
      Sys.argv().add((String) argument);
    }
    if (writerLock != null) {
      WriterLock.use(Path.of(writerLock));
    }
    Logger.own().level(logLevel);
    if (logsToStderr) {
      Logger.own().writeToStderr();
    }
  }
}

package pythonic.internal.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.keywords.ProgressBar;

/** Who is told how far a pool has got with what it was given at once. Told by any thread. */
public interface Progress {

  /** The number of calls is not known. */
  long UNKNOWN = -1;

  /** Nobody. */
  Progress NONE = new Progress() {
    @Override
    public void step(int calls) {}

    @Override
    public void close() {}
  };

  /** So many calls are done, besides those told of before. */
  void step(int calls);

  /** All are done, or given up. */
  void close();

  /**
   * {@return a bar on the terminal, or nobody where none was asked for or there is no terminal}
   *
   * @param total how many calls there are, or UNKNOWN
   * @throws RuntimeError if the library for it is missing
   */
  static Progress of(@Nullable ProgressBar given, long total) {
    if (given == null || !given.value()) {
      return NONE;
    }
    try {
      return TerminalProgress.of(total);
    } catch (NoClassDefFoundError e) {
      throw (RuntimeError) new RuntimeError("progress_bar(true) needs me.tongfei:progressbar on the class path").initCause(e);
    }
  }
}

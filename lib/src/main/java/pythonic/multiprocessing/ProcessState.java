package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.ValueError;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.text.SignalNames;
import pythonic.internal.waiting.Deadline;

/** What has become of a process, as its creator sees it: nothing yet, a child that runs or has ended, or closed. */
final class ProcessState {

  private volatile @Nullable ChildJvm child;
  private volatile @Nullable Sentinel sentinel;
  private volatile boolean closed;

  void requireOpen() {
    if (closed) {
      throw new ValueError("process object is closed");
    }
  }

  void requireUnstarted() {
    if (child != null) {
      throw new AssertionError("cannot start a process twice");
    }
  }

  void started(ChildJvm started) {
    sentinel = new Sentinel(started);
    child = started;
  }

  @Nullable Sentinel sentinel() {
    return sentinel;
  }

  void interrupt() {
    ChildJvm own = child;
    if (own != null) {
      own.interrupt();
    }
  }

  boolean isStarted() {
    return child != null;
  }

  boolean isAlive() {
    ChildJvm own = child;
    return own != null && own.exitCode() == null;
  }

  @Nullable Integer exitCode() {
    ChildJvm own = child;
    return own == null ? null : own.exitCode();
  }

  @Nullable Long pid() {
    ChildJvm own = child;
    return own == null ? null : own.pid();
  }

  boolean join(Deadline deadline) {
    ChildJvm own = child;
    return own != null && own.join(deadline);
  }

  void terminate() {
    ChildJvm own = child;
    if (own != null) {
      own.terminate();
    }
  }

  void kill() {
    ChildJvm own = child;
    if (own != null) {
      own.kill();
    }
  }

  void close() {
    closed = true;
    child = null;
  }

  /** {@return the part of Python's repr that tells the state} */
  @Override
  public String toString() {
    if (closed) {
      return "closed";
    }
    if (child == null) {
      return "initial";
    }
    Integer code = exitCode();
    return code == null ? "started" : "stopped exitcode=" + (code < 0 ? "-" + SignalNames.plain(-code) : code);
  }
}

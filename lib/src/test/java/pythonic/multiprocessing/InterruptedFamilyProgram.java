package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import pythonic.time.Time;

/** A family that somebody presses Ctrl-C on: children that are busy, that wait, daemons, children of children, a spare. */
public final class InterruptedFamilyProgram {

  private InterruptedFamilyProgram() {}

  static void busy() {
    print("pid", ProcessHandle.current().pid());
    for (long i = 0; i >= 0; i++) {
      Thread.onSpinWait();
    }
  }

  static void blocked(Lock lock) {
    print("pid", ProcessHandle.current().pid());
    lock.acquire();
  }

  static void sleeping() {
    print("pid", ProcessHandle.current().pid());
    Time.sleep(1e6);
  }

  static void nested() {
    var child = new Process(target(InterruptedFamilyProgram::sleeping));
    child.start();
    print("pid", ProcessHandle.current().pid());
    child.join();
  }

  /** Starts the family, and waits for it; each member prints its pid. */
  public static void main(String[] arguments) {
    var lock = new Lock();
    lock.acquire();
    Process[] children = {
      new Process(target(InterruptedFamilyProgram::busy)),
      new Process(target(InterruptedFamilyProgram::blocked), args(lock)),
      new Process(target(InterruptedFamilyProgram::sleeping), daemon(true)),
      new Process(target(InterruptedFamilyProgram::nested)),
    };
    for (Process child : children) {
      child.start();
    }
    print("pid", ProcessHandle.current().pid());
    for (Process child : children) {
      child.join();
    }
  }
}

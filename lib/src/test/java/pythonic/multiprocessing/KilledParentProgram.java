package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import pythonic.time.Time;

/** A family whose first process is killed: a child, one who waits for a lock, a grandchild, and two spares. */
public final class KilledParentProgram {

  private KilledParentProgram() {}

  static void blocked(Lock lock, Queue<Integer> begun) {
    begun.put(1);
    lock.acquire();
  }

  static void sleeping(Queue<Integer> begun) {
    begun.put(1);
    Time.sleep(1e6);
  }

  static void nested(Queue<Integer> begun) {
    var child = new Process(target(KilledParentProgram::sleeping), args(begun));
    child.start();
    child.join();
  }

  /** Starts the family, says when all are there, and waits. */
  public static void main(String[] arguments) {
    var lock = new Lock();
    lock.acquire();
    var begun = new Queue<Integer>();
    new Process(target(KilledParentProgram::blocked), args(lock, begun)).start();
    new Process(target(KilledParentProgram::nested), args(begun)).start();
    begun.get();
    begun.get();
    Multiprocessing.set_forkserver_spares(2);
    SpareProgram.awaitJvms(4);
    print("ready");
    lock.acquire();
  }
}

package pythonic.internal.sharedmemory;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.util.concurrent.locks.LockSupport;
import pythonic.multiprocessing.Condition;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.Semaphore;

/** A process is killed when it has signalled a thread of another, and has not woken it yet. */
@SuppressWarnings("serial") // written as a user would write it
public final class HalfDoneProgram {

  private HalfDoneProgram() {}

  static void waitNotified(Condition condition, Semaphore ready) {
    condition.acquire();
    ready.release();
    condition.wait_();
  }

  static void stay(Semaphore ready) {
    ready.release();
    LockSupport.park();
  }

  public static void main(String[] arguments) {
    var condition = new Condition();
    var ready = new Semaphore(0);
    var waiter = new Process(target(HalfDoneProgram::waitNotified), args(condition, ready), daemon(true));
    waiter.start();
    ready.acquire();
    condition.acquire(); // it waits
    condition.release();
    SharedHeap heap = SharedSignals.make().heap;
    for (int i = 0; i < Layout.SLOTS_AT_FIRST; i++) {
      long state = Slot.state(heap.memory(), i);
      if (Slot.isWaiting(state)) {
        print("signalled", Slot.signal(heap.memory(), i, state));
      }
    }
    var doomed = new Process(target(HalfDoneProgram::stay), args(ready), daemon(true));
    doomed.start();
    ready.acquire();
    doomed.kill();
    waiter.join(30);
    print(waiter.exitcode());
  }
}

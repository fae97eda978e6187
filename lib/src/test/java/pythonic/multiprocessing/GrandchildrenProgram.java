package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import pythonic.time.Time;

/** Grandchildren whose parent is killed. */
@SuppressWarnings("serial") // written as a user would write it
public final class GrandchildrenProgram {

  private GrandchildrenProgram() {}

  // A grandchild dies because its parent was killed: nobody is its parent any more, and yet its lock and permit are free.
  private static void dies() {
    var lock = new Lock();
    var semaphore = new Semaphore();
    var held = new Event();
    var child = new Process(target(GrandchildrenProgram::startHolder), args(lock, semaphore, held));
    child.start();
    held.wait_();
    child.kill();
    try {
      print("not told", lock.acquire());
    } catch (AbandonedLockError e) {
      print("told", e.pid() != child.pid(), semaphore.acquire(true, 60));
    }
  }

  static void holdBoth(Lock lock, Semaphore semaphore, Event held) {
    semaphore.acquire();
    lock.acquire();
    held.set();
    LockSupport.park();
  }

  static void startHolder(Lock lock, Semaphore semaphore, Event held) {
    var holder = new Process(target(GrandchildrenProgram::holdBoth), args(lock, semaphore, held));
    holder.start();
    holder.join();
  }

  /** An argument that keeps the ones behind it waiting. */
  record Late(String told) implements Serializable {

    @Serial
    private Object readResolve() throws IOException {
      ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
      Runtime.getRuntime().addShutdownHook(new java.lang.Thread(LockSupport::park)); // it lives to the end of its respite
      Path written = Files.writeString(Path.of(told + "-"), String.valueOf(ProcessHandle.current().pid()));
      Files.move(written, Path.of(told));
      while (parent.isAlive()) {
        Time.sleep(0.005);
      }
      Time.sleep(0.2); // of the half second that it is given: the first process has recovered its parent
      return this;
    }
  }

  static void hold(Late late, Lock lock) {
    lock.acquire();
    LockSupport.park();
  }

  static void start(String told, Lock lock) {
    var grandchild = new Process(target(GrandchildrenProgram::hold), args(new Late(told), lock));
    grandchild.start();
    grandchild.join();
  }

  /** It has half a second, and may stay a zombie then. */
  private static void awaitEnd(ProcessHandle grandchild) {
    var _ = grandchild.onExit().completeOnTimeout(grandchild, 2, TimeUnit.SECONDS).join();
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      dies();
    } else {
      comesLate(arguments[0]);
    }
  }

  // One gets hold of the lock only when its parent has been recovered, just before it ends because of that.
  private static void comesLate(String file) throws IOException {
    Path told = Path.of(file);
    var lock = new Lock();
    var child = new Process(target(GrandchildrenProgram::start), args(file, lock));
    child.start();
    while (!Files.exists(told)) {
      Time.sleep(0.005);
    }
    child.kill();
    child.join();
    ProcessHandle.of(Long.parseLong(Files.readString(told))).ifPresent(GrandchildrenProgram::awaitEnd);
    print(lock.acquire(true, 10), lock);
  }
}

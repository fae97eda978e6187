package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import pythonic.time.Time;

/** A grandchild gets hold of a lock only when its parent has been killed and recovered, just before it ends because of that. */
@SuppressWarnings("serial") // written as a user would write it
public final class LateGrandchildProgram {

  private LateGrandchildProgram() {}

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
    var grandchild = new Process(target(LateGrandchildProgram::hold), args(new Late(told), lock));
    grandchild.start();
    grandchild.join();
  }

  public static void main(String[] arguments) throws IOException {
    Path told = Path.of(arguments[0]);
    var lock = new Lock();
    var child = new Process(target(LateGrandchildProgram::start), args(arguments[0], lock));
    child.start();
    while (!Files.exists(told)) {
      Time.sleep(0.005);
    }
    child.kill();
    child.join();
    ProcessHandle.of(Long.parseLong(Files.readString(told))).ifPresent(grandchild -> grandchild.onExit().join());
    print(lock.acquire(true, 10), lock);
  }
}

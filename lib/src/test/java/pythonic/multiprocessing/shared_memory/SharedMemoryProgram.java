package pythonic.multiprocessing.shared_memory;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.size;
import static pythonic.builtins.Keywords.target;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pythonic.builtins.Keywords;
import pythonic.multiprocessing.Process;

/** A program whose processes share blocks of memory. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class SharedMemoryProgram {

  private SharedMemoryProgram() {}

  static void change(SharedMemory block, ShareableList list, String other) {
    block.buf().set(0, 3, new byte[] {7, 8, 9});
    list.set(0, "child");
    list.set(1, list.get(1).equals(100));
    try (var found = new SharedMemory(other)) {
      print("found", found.buf().get(0));
    }
    block.close();
    list.shm().close();
  }

  public static void main(String[] arguments) {
    if (arguments.length == 2) {
      new SharedMemory(arguments[1], Keywords.create(true), size(1), Keywords.track(false)).buf().set(0, 42);
      return;
    }
    var block = new SharedMemory(Keywords.create(true), size(10));
    var list = new ShareableList(Arrays.asList("parent", 100, null));
    var other = new SharedMemory(name("pythonic_test_" + ProcessHandle.current().pid()), Keywords.create(true), size(4));
    other.buf().set(0, 42);
    var child = new Process(target(SharedMemoryProgram::change), args(block, list, other.name()));
    child.start();
    child.join();
    print(block.buf().get(0, 4), List.copyOf(list.subList(0, 2)), child.exitcode());
    if (arguments.length > 0) {
      print(block.name(), list.shm().name(), other.name());
      LockSupport.park();
    }
    block.close();
    block.unlink();
    // The other two are left to the end of the process.
    print(list.shm().name(), other.name());
  }
}

package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.OSError;
import pythonic.builtins.functions.Procedure0;
import pythonic.multiprocessing.shared_memory.SharedMemory;

/** What becomes of everything when no shared memory is left. Its {@code /dev/shm} is its own, and small. */
@SuppressWarnings("DoNotCallSuggester") // written as a user would write it
public final class FullMemoryProgram {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Path FILLER = MEMORY.resolve("filler");
  private static final int LARGE = 1 << 20;
  private static final int WAITING = 1500;

  /** So that nothing is forgotten, and its memory used again. */
  private static final List<Object> KEPT = new ArrayList<>();

  private FullMemoryProgram() {}

  public static void main(String[] arguments) throws Exception {
    fill();
    tell("first lock", Lock::new);
    Files.delete(FILLER);
    print(files());
    var queue = new Queue<Object>();
    var bounded = new JoinableQueue<Object>(2);
    var pipe = new Pipe();
    var lock = new Lock();
    var event = new Event();
    var value = new Value<Integer>('i', 0);
    fill();
    tell("small items", () -> {
      for (int i = 0; true; i++) {
        queue.put(i);
      }
    });
    print("first of those that were put", queue.get());
    tell("large item", () -> queue.put(new byte[LARGE]));
    bounded.put("fits");
    print(bounded.get());
    tell("locks", () -> {
      while (true) {
        KEPT.add(new Lock());
      }
    });
    tell("pipes", () -> {
      while (true) {
        KEPT.add(new Pipe());
      }
    });
    tell("value", () -> {
      while (true) {
        KEPT.add(new Value<>('i', 0));
      }
    });
    tell("array", () -> new Array<Integer>('i', LARGE));
    tell("block", () -> new SharedMemory(null, true, LARGE));
    tell("event", () -> wait(new ArrayList<>(), event));
    event.set();
    var child = new Process(target(FullMemoryProgram::child), args(pipe.conn2(), lock, value));
    child.start();
    pipe.conn1().send_bytes(new byte[LARGE]);
    print("through a pipe", pipe.conn1().recv_bytes().length);
    try (var _ = with(lock)) {
      value.value(value.value() + 1);
    }
    child.join();
    print("value", value.value(), "exit code", child.exitcode());
    print("as many as there was room for", KEPT.size() > 0);
    Files.delete(FILLER);
    queue.put(new byte[LARGE]);
    new Pipe().conn1().send_bytes(new byte[100]);
    print("again", new Array<Integer>('i', LARGE).size(), files());
  }

  static void child(pythonic.multiprocessing.connection.Connection connection, Lock lock, Value<Integer> value) {
    connection.send_bytes(connection.recv_bytes());
    try (var _ = with(lock)) {
      value.value(value.value() + 1);
    }
  }

  /** More threads wait than have memory for it. */
  private static void wait(List<Thread> waiting, Event event) throws InterruptedException {
    var failure = new java.util.concurrent.CompletableFuture<OSError>();
    for (int i = 0; i < WAITING; i++) {
      waiting.add(Thread.startVirtualThread(() -> {
        try {
          event.wait_();
        } catch (OSError e) {
          failure.complete(e);
        }
      }));
    }
    OSError first = failure.join();
    event.set();
    for (Thread thread : waiting) {
      thread.join();
    }
    throw first;
  }

  private static void tell(String what, Procedure0 call) throws Exception {
    try {
      call.call();
      print(what, "works");
    } catch (OSError e) {
      print(what, e.getMessage(), e.errno());
    }
  }

  private static List<String> files() throws IOException {
    try (var files = Files.list(MEMORY)) {
      return files.map(file -> String.valueOf(file.getFileName()).replaceAll("[0-9]+-shm.*", "*")).sorted().toList();
    }
  }

  private static void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(FILLER)) {
      var bytes = new byte[512];
      while (true) {
        out.write(bytes);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }
}

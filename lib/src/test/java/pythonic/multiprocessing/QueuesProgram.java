package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.functions.Procedure0;
import pythonic.queue.Empty;
import pythonic.queue.ShutDown;

/** Programs whose processes share queues. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class QueuesProgram {

  private static final int LARGE = 1 << 20;

  private QueuesProgram() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "talk" -> talk();
      case "outlive" -> outlive();
      case "shutdown" -> shutdown();
      case "threads" -> threads();
      case "kills" -> QueueKills.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Process start(Procedure0 run) {
    var process = new Process(target(run), daemon(true));
    process.start();
    return process;
  }

  // Queues of all kinds, alone, in a list, and handed on to a child of the child.
  private static void talk() {
    var queue = new Queue<Integer>();
    var tasks = new JoinableQueue<Integer>(2);
    var answers = new SimpleQueue<Object>();
    var child = new Process(target(QueuesProgram::handOn), args(List.of(queue, tasks), answers));
    child.start();
    print(answers.get());
    queue.put(1);
    print(answers.get());
    for (int i = 0; i < 5; i++) {
      tasks.put(i);
    }
    tasks.join();
    print(answers.get(), tasks.unfinished_tasks());
    child.join();
    print(child.exitcode(), queue.empty(), tasks.empty(), answers.empty());
  }

  static void handOn(List<Queue<Integer>> queues, SimpleQueue<Object> answers) {
    var grandchild = new Process(target(QueuesProgram::work), args(queues.get(0), queues.get(1), answers));
    grandchild.start();
    grandchild.join();
  }

  static void work(Queue<Integer> queue, JoinableQueue<Integer> tasks, SimpleQueue<Object> answers) {
    answers.put("ready");
    answers.put(List.of("got", queue.get()));
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += tasks.get();
      tasks.task_done();
    }
    answers.put(sum);
  }

  // What a process has put stays, however it ends, and its end waits for nobody.
  private static void outlive() throws Exception {
    var queue = new Queue<byte[]>();
    for (boolean killed : List.of(false, true)) {
      Process child = start(() -> {
        for (int i = 0; i < 1000; i++) {
          queue.put(new byte[i % 100 == 0 ? LARGE : 1000]);
        }
        if (killed) {
          Runtime.getRuntime().halt(9);
        }
      });
      child.join();
      int size = queue.qsize();
      print(child.exitcode(), size, files() > 2);
      long bytes = 0;
      for (int i = 0; i < size; i++) {
        bytes += queue.get().length;
      }
      print(bytes, queue.empty(), files());
    }
  }

  /** {@return how many files of queues there are} */
  private static long files() throws Exception {
    long count = 0;
    try (Stream<Path> folders = Files.list(Path.of("/dev/shm"))) {
      String own = "pythonic-" + ProcessHandle.current().pid() + "-shm";
      for (Path folder : folders.filter(path -> path.getFileName().toString().startsWith(own)).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          count += files.filter(file -> file.getFileName().toString().matches("[qmt][0-9]+-[0-9]+")).count();
        }
      }
    }
    return count;
  }

  private static void shutdown() {
    var queue = new Queue<Integer>(1);
    var answers = new SimpleQueue<String>();
    Process child = start(() -> {
      queue.put(1);
      answers.put("put");
      try {
        queue.put(2);
      } catch (ShutDown e) {
        answers.put("told");
      }
    });
    print(answers.get());
    queue.shutdown();
    print(answers.get(), queue.get());
    try {
      queue.get();
    } catch (ShutDown e) {
      print("shut down");
    }
    child.join();
    print(child.exitcode());
  }

  // A virtual thread is woken by another process, and a platform thread is interrupted with nothing lost.
  private static void threads() throws Exception {
    var queue = new Queue<Integer>();
    var answers = new Queue<String>();
    var virtual = Thread.ofVirtual().start(() -> answers.put("virtual got " + queue.get()));
    Process child = start(() -> queue.put(1));
    virtual.join();
    print(answers.get());
    child.join();
    var interrupted = Thread.ofPlatform().start(() -> {
      try {
        queue.get();
      } catch (KeyboardInterrupt e) {
        answers.put("interrupted");
      }
    });
    interrupted.interrupt();
    print(answers.get());
    interrupted.join();
    var getters = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      getters.add(Thread.ofVirtual().start(() -> answers.put("got " + queue.get())));
    }
    Process other = start(() -> {
      for (int i = 0; i < 3; i++) {
        queue.put(i);
      }
    });
    var all = new String[3];
    for (int i = 0; i < 3; i++) {
      all[i] = answers.get();
    }
    Arrays.sort(all);
    other.join();
    try {
      queue.get(true, 0.01);
    } catch (Empty e) {
      print(String.join(", ", all), getters.size());
    }
  }
}

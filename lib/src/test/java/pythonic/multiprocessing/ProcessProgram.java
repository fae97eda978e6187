package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.kwargs;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.time.Time;

/** Programs that processes are tested with: each public method of a name given on the command line is one. */
@SuppressWarnings({"serial", "DoNotCallSuggester"}) // written as a user would write it
public final class ProcessProgram {

  static int global = 1;

  private ProcessProgram() {}

  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "facts" -> facts();
      case "memory" -> memory();
      case "exitcodes" -> exitcodes();
      case "subclass" -> subclass();
      case "nested" -> nested();
      case "daemonChild" -> daemonChild();
      case "daemonEnds" -> daemonEnds();
      case "joinedAtExit" -> joinedAtExit();
      case "childThreads" -> childThreads();
      case "parentWaits" -> parentWaits();
      case "keywords" -> keywords();
      case "busy" -> busy();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  static void child(int number) {
    Process self = Multiprocessing.current_process();
    Process parent = Multiprocessing.parent_process();
    print("child", number, self.name(), self.daemon(), self.is_alive(), parent == null ? null : parent.name());
    print("parent's pid is right:", parent != null && parent.pid() == ProcessHandle.current().parent().orElseThrow().pid());
  }

  static void facts() {
    var p = new Process(target(ProcessProgram::child), args(7));
    print(p.pid(), p.exitcode(), p.is_alive());
    p.start();
    p.join();
    print(p.exitcode(), p.is_alive(), p.pid() != null, Multiprocessing.active_children());
  }

  static void change(List<Integer> list) {
    global = 5;
    list.add(4);
    print(global, list);
  }

  static void memory() {
    var list = new java.util.ArrayList<>(List.of(1, 2));
    var p = new Process(target(ProcessProgram::change), args(list));
    p.start();
    p.join();
    print(global, list);
  }

  static void raise() {
    throw new ValueError("no");
  }

  static void exit(@Nullable Object code) {
    throw new SystemExit(code);
  }

  static void forever() {
    Time.sleep(1e6);
  }

  private static @Nullable Integer code(Process process) {
    process.start();
    process.join();
    return process.exitcode();
  }

  static void exitcodes() {
    print(code(new Process(target(ProcessProgram::raise))));
    print(code(new Process(target(ProcessProgram::exit), args(3))));
    print(code(new Process(target(ProcessProgram::exit), args("msg"))));
    print(code(new Process(target(ProcessProgram::exit), args((Object) null))));
    print(code(new Process(target(ProcessProgram::exit), args(true))));
    print(code(new Process(target(ProcessProgram::exit), args(143))));
    print(code(new Process(target(ProcessProgram::child), args("x"))));
    print(code(new Process(target(ProcessProgram::child))));
    var terminated = new Process(target(ProcessProgram::forever));
    terminated.start();
    terminated.terminate();
    terminated.join();
    var killed = new Process(target(ProcessProgram::forever));
    killed.start();
    killed.kill();
    killed.join();
    print(terminated.exitcode(), killed.exitcode());
  }

  static final class Greeter extends Process {
    private final String who;

    Greeter(String who) {
      this.who = who;
    }

    @Override
    public void run() {
      print("hello", who, name());
    }
  }

  static void subclass() {
    var greeter = new Greeter("Ada");
    greeter.start();
    greeter.join();
    print(greeter.exitcode());
  }

  static void parent() {
    var p = new Process(target(ProcessProgram::child), args(1));
    p.start();
    p.join();
    print(p.name(), p.exitcode());
  }

  static void nested() {
    var p = new Process(target(ProcessProgram::parent));
    p.start();
    p.join();
  }

  static void tries() {
    try {
      new Process(target(ProcessProgram::child), args(1)).start();
    } catch (pythonic.builtins.AssertionError e) {
      print(repr(e));
    }
  }

  static void daemonChild() {
    var p = new Process(target(ProcessProgram::tries), daemon(true));
    p.start();
    p.join();
  }

  static void daemonEnds() {
    var p = new Process(target(ProcessProgram::forever), daemon(true));
    p.start();
    print(p.pid());
  }

  static void late() {
    Time.sleep(0.3);
    print("child ends");
  }

  static void joinedAtExit() {
    new Process(target(ProcessProgram::late)).start();
    print("main ends");
  }

  static void startsThread() {
    new Thread(ProcessProgram::late).start();
    print("target ends");
  }

  static void childThreads() {
    var p = new Process(target(ProcessProgram::startsThread));
    p.start();
    p.join();
    print("joined", p.exitcode());
  }

  /** Prints the pid of a child that would run for ever, and stays until it is killed. */
  static void parentWaits() {
    var p = new Process(target(ProcessProgram::grandparent));
    p.start();
    p.join();
  }

  static void grandparent() {
    Procedure0 forever = ProcessProgram::forever;
    var p = new Process(target(forever));
    p.start();
    print(ProcessHandle.current().pid(), p.pid());
    p.join();
  }

  /** Prints its pid and those of its children, and is busy with all that could hold up its end. */
  static void busy() {
    var process = new Process(target(ProcessProgram::forever));
    process.start();
    var pool = new Pool(1);
    var _ = pool.apply_async(ProcessProgram::forever);
    pool.close();
    var executor = new ThreadPoolExecutor(1);
    var _ = executor.submit(ProcessProgram::forever);
    for (Process child : Multiprocessing.active_children()) {
      print(child.pid());
    }
    print("ready");
    pool.join();
  }

  static void both(int a, String b) {
    print(a, b);
  }

  static void keywords() {
    var p = new Process(target(ProcessProgram::both), args(1), kwargs("b", "two"));
    p.start();
    p.join();
  }
}

// Lesson 16: what is known of a process, and how it ends
//
// The exit code is null while the process runs, then 0, 1 after an exception, n of Sys.exit(n), or -signal. What a
// child raises is printed by the child, on stderr.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson16.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.multiprocessing.Multiprocessing.*;

import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Event;
import pythonic.multiprocessing.Process;
import pythonic.os.Os;
import pythonic.sys.Sys;
import pythonic.time.Time;

public class Lesson16 {

  static void report(long parent, Event go) {
    go.wait_();
    var me = current_process();
    print("child:", me.name(), me.pid() == Os.getpid(), Os.getppid() == parent, parent_process().name());
  }

  static void fail() {
    throw new ValueError("told on stderr");
  }

  static void leave(Integer code) {
    Sys.exit(code);
  }

  static void sleep() {
    Time.sleep(1000);
  }

  static void main() {
    var me = current_process();
    print("main:", me.name(), me.pid() == Os.getpid(), parent_process());

    var go = new Event();
    var p = new Process(target(Lesson16::report), args(Os.getpid(), go), name("reporter"));
    print("before:", p.pid(), p.is_alive(), p.exitcode());
    p.start();
    print("running:", p.pid() != Os.getpid(), p.is_alive(), p.exitcode(), active_children().contains(p));
    go.set();
    p.join();
    print("after:", p.is_alive(), p.exitcode(), active_children());

    for (var ending : List.of(
        new Process(target(Lesson16::fail)), new Process(target(Lesson16::leave), args(3)), new Process(target(Lesson16::leave), args((Object) null)))) {
      ending.start();
      ending.join();
      print(ending.name(), "ended with", ending.exitcode());
    }

    p = new Process(target(Lesson16::sleep));
    p.start();
    p.join(0.05);
    print("still there:", p.is_alive());
    p.terminate();
    p.join();
    print("terminated:", p.exitcode());

    p = new Process(target(Lesson16::sleep));
    p.start();
    try {
      p.close();
    } catch (ValueError e) {
      print("ValueError:", e);
    }
    p.kill();
    p.join();
    print("killed:", p.exitcode());
    p.close();
    try {
      p.is_alive();
    } catch (ValueError e) {
      print("ValueError:", e);
    }
  }
}

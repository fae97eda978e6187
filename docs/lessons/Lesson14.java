// Lesson 14: a thread that raises, and threading.excepthook
//
// An exception ends its own thread only. The hook tells of it; the default one prints a traceback on stderr.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson14.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.sys.Sys;
import pythonic.threading.ExceptHookArgs;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

public class Lesson14 {

  static final List<Integer> done = new ArrayList<>();

  static void hook(ExceptHookArgs args) {
    print("hook:", args.thread().name(), args.exc_type().getSimpleName(), args.exc_value());
  }

  static void fail(String text) {
    throw new ValueError(text);
  }

  static void look_up(String key) {
    throw new KeyError(key);
  }

  static void leave() {
    Sys.exit(3);
  }

  static void work(int n) {
    done.add(n);
  }

  static void run(Thread t) {
    t.start();
    t.join();
    print(t.name(), "is alive:", t.is_alive());
  }

  static void main() {
    run(new Thread(target(Lesson14::fail), args("told by the default hook"), name("default")));

    var default_hook = Threading.excepthook();
    Threading.excepthook(Lesson14::hook);
    run(new Thread(target(Lesson14::fail), args("no such luck"), name("unlucky")));
    run(new Thread(target(Lesson14::look_up), args("k"), name("forgetful")));
    run(new Thread(target(Lesson14::work), args(1, 2), name("miscalled")));
    run(new Thread(target(Lesson14::work), args(5), name("well")));
    print("the others go on:", done);

    Threading.excepthook(default_hook);
    run(new Thread(target(Lesson14::leave), name("leaver")));
    print("sys.exit ended that thread only");
  }
}

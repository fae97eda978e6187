// Lesson 03: daemon threads end with the main thread, others are waited for
//
// setDaemon(true) is the old spelling of daemon(true). A thread is a daemon too when its creator is one.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson03.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.builtins.RuntimeError;
import pythonic.threading.Event;
import pythonic.threading.Thread;
import pythonic.time.Time;

public class Lesson03 {

  static final Event main_ends = new Event();

  static void guard(String spelling, Event begun) {
    print("daemon made by", spelling, "begins");
    begun.set();
    Time.sleep(60);
    print("never printed: the main thread has ended before");
  }

  static void create(Event begun) {
    var child = new Thread(target(Lesson03::guard), args("its creator", begun));
    print("child of a daemon is a daemon:", child.daemon());
    child.start();
  }

  static void work() {
    main_ends.wait_();
    print("the other thread: prints although the main thread has ended");
  }

  static void main() {
    var begun = new Event();
    var t1 = new Thread(target(Lesson03::guard), args("setDaemon(True)", begun));
    t1.setDaemon(true);
    t1.start();
    begun.wait_();

    begun = new Event();
    var t2 = new Thread(target(Lesson03::guard), args("daemon=True", begun), daemon(true));
    t2.start();
    begun.wait_();

    begun = new Event();
    var t3 = new Thread(target(Lesson03::create), args(begun));
    t3.daemon(true);
    t3.start();
    begun.wait_();

    var t4 = new Thread(target(Lesson03::work));
    t4.start();
    print("t1, t2, t4 are daemons:", t1.daemon(), t2.daemon(), t4.daemon());
    try {
      t4.daemon(true);
    } catch (RuntimeError e) {
      print("too late:", e);
    }
    print("main thread: ends");
    main_ends.set();
  }
}

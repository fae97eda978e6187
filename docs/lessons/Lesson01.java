// Lesson 01: ten threads from a target with an argument
//
// The main thread prints last when it joins the ten, and first when it does not wait for them.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson01.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import pythonic.threading.Thread;
import pythonic.time.Time;

public class Lesson01 {

  static void show(int i) {
    Time.sleep(0.1);
    print("thread", i);
  }

  static void with_join() {
    var threads = new ArrayList<Thread>();
    for (int i : range(10)) {
      var t = new Thread(target(Lesson01::show), args(i));
      t.start();
      threads.add(t);
    }
    for (var t : threads) {
      t.join();
    }
    print("main thread: last, it joined the ten");
  }

  static void without_join() {
    for (int i : range(10)) {
      var t = new Thread(target(Lesson01::show), args(i));
      t.start();
    }
    print("main thread: first, it did not wait for the ten");
  }

  static void main() {
    with_join();
    without_join();
  }
}

// Lesson 05: a counter shared by threads, without a lock and with one
//
// Reading and writing back are two steps. Without a lock another thread comes between them and its step is lost.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson05.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.builtins.functions.Procedure1;
import pythonic.threading.Lock;
import pythonic.threading.Thread;
import pythonic.time.Time;

public class Lesson05 {

  static int counter = 0;
  static final Lock lock = new Lock();

  static void broken_add(int times) {
    for (int _ : range(times)) {
      int n = counter;
      Time.sleep(0.01);
      counter = n + 1;
    }
  }

  static void add_with_acquire(int times) {
    for (int _ : range(times)) {
      lock.acquire();
      try {
        int n = counter;
        Time.sleep(0.001);
        counter = n + 1;
      } finally {
        lock.release();
      }
    }
  }

  static void add_with_with(int times) {
    for (int _ : range(times)) {
      try (var _ = with(lock)) {
        int n = counter;
        Time.sleep(0.001);
        counter = n + 1;
      }
    }
  }

  static int count(Procedure1<Integer> add) {
    counter = 0;
    var threads = range(10).stream().map(_ -> new Thread(target(add), args(10))).toList();
    for (var t : threads) {
      t.start();
    }
    for (var t : threads) {
      t.join();
    }
    return counter;
  }

  static void main() {
    print("without a lock, all 100 counted:", count(Lesson05::broken_add) == 100);
    print("acquire and release:", count(Lesson05::add_with_acquire));
    print("with lock:", count(Lesson05::add_with_with));
    print("locked at the end:", lock.locked());
  }
}

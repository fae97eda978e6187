// Lesson 49: Choosing between threads, processes and greenlets
//
// What waits is quick in any of them; what calculates is quick only where processors work at the same time.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson49.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure2;
import pythonic.gevent.Gevent;
import pythonic.threading.Thread;
import pythonic.time.Time;

public class Lesson49 {

  static void wait_a_bit() {
    Time.sleep(0.1);
  }

  static void wait_in_a_greenlet() {
    Gevent.sleep(0.1);
  }

  static int calculate(int n) {
    int total = 0;
    for (int i : range(n)) {
      total += i * i % 7;
    }
    return total;
  }

  static void in_threads(Procedure0 work, int count) {
    var threads = range(count).stream().map(_ -> new Thread(target(work))).toList();
    for (var t : threads) {
      t.start();
    }
    for (var t : threads) {
      t.join();
    }
  }

  static void in_greenlets(Procedure0 work, int count) {
    Gevent.joinall(range(count).stream().map(_ -> Gevent.spawn(work)).toList());
  }

  static void one_by_one(Procedure0 work, int count) throws Exception {
    for (int _ : range(count)) {
      work.call();
    }
  }

  static double timed(Procedure2<Procedure0, Integer> run, Procedure0 work, int count) throws Exception {
    double begin = Time.perf_counter();
    run.call(work, count);
    return Time.perf_counter() - begin;
  }

  static void main() throws Exception {
    double slow = timed(Lesson49::one_by_one, Lesson49::wait_a_bit, 10);
    print("one by one takes a second or more:", slow >= 1);
    print("threads wait at the same time:", timed(Lesson49::in_threads, Lesson49::wait_a_bit, 10) < slow);
    print("greenlets wait at the same time:", timed(Lesson49::in_greenlets, Lesson49::wait_in_a_greenlet, 10) < slow);

    print("to calculate, each takes its turn:", calculate(1000));
    print("many greenlets are cheap:", timed(Lesson49::in_greenlets, Lesson49::wait_in_a_greenlet, 5000) < 60);
  }
}

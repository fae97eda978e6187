// Lesson 24: Pool, tasks for a few worker processes
//
// apply waits for the result; apply_async hands out a result to ask later, and calls back in the parent.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson24.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Pool;
import pythonic.multiprocessing.TimeoutError;
import pythonic.os.Os;
import pythonic.time.Time;

public class Lesson24 {

  static final List<Integer> squares = Collections.synchronizedList(new ArrayList<>());
  static final List<String> errors = Collections.synchronizedList(new ArrayList<>());

  static int square(int n) {
    return n * n;
  }

  static double root(int n) {
    if (n < 0) {
      throw new ValueError("no root of " + n);
    }
    return Math.sqrt(n);
  }

  static long pid() {
    return Os.getpid();
  }

  static void keep(int result) {
    squares.add(result);
  }

  static void tell(Throwable error) {
    errors.add(str(error));
  }

  static void sleep(double seconds) {
    Time.sleep(seconds);
  }

  static void main() {
    var pool = new Pool(3);
    print("apply:", pool.apply(Lesson24::square, args(5)));
    print("in another process:", pool.apply(Lesson24::pid) != Os.getpid());

    var results = range(6).stream()
        .map(n -> pool.apply_async(Lesson24::square, args(n), callback(Lesson24::keep)))
        .toList();
    print("apply_async:", results.stream().map(result -> result.get()).toList());
    var good = pool.apply_async(func(Lesson24::root), args(16));
    var bad = pool.apply_async(Lesson24::root, args(-1), error_callback(Lesson24::tell));
    print("good:", good.get());
    try {
      bad.get(timeout(60));
    } catch (ValueError e) {
      print("bad:", e);
    }

    pool.close();
    try {
      pool.apply(Lesson24::square, args(5));
    } catch (ValueError e) {
      print("closed:", e);
    }
    pool.join();
    print("called back:", squares.stream().sorted().toList(), errors);
    print("ready:", bad.ready(), "successful:", good.successful(), bad.successful());

    var other = new Pool(processes(1));
    var slow = other.apply_async(Lesson24::sleep, args(60));
    try {
      slow.get(timeout(0.1));
    } catch (TimeoutError _) {
      print("not ready within 0.1 seconds:", slow.ready());
    }
    other.terminate();
    other.join();
    print("terminated");
  }
}

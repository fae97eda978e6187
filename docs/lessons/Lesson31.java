// Lesson 31: futures together
//
// map, as_completed and wait look at many futures at once; cancel takes back what has not begun.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson31.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;
import static pythonic.concurrent.futures.Futures.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.concurrent.futures.CancelledError;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.threading.Event;
import pythonic.time.Time;

public class Lesson31 {

  static int square(int n) {
    return n * n;
  }

  static int check(int n) {
    if (n == 3) {
      throw new ValueError("three");
    }
    return n;
  }

  static double stay(double seconds) {
    Time.sleep(seconds);
    return seconds;
  }

  static void main() {
    var gate = new Event();
    try (var executor = new ThreadPoolExecutor(2)) {
      var squares = new ArrayList<Integer>();
      executor.map(Lesson31::square, List.of(1, 2, 3)).forEach(squares::add);
      print("map:", squares);
      var results = executor.map(Lesson31::check, List.of(1, 3, 5));
      print("first:", results.next());
      try {
        results.next();
      } catch (ValueError e) {
        print("second:", e);
      }

      var futures = range(4).stream().map(n -> executor.submit(Lesson31::square, n)).toList();
      var completed = new ArrayList<Integer>();
      as_completed(futures).forEach(future -> completed.add(future.result()));
      print("as_completed:", completed.stream().sorted().toList());

      var slow = executor.submit(() -> gate.wait_());
      var quick = executor.submit(Lesson31::square, 5);
      var first = wait_(List.of(slow, quick), return_when(FIRST_COMPLETED));
      print("FIRST_COMPLETED:", first.done().contains(quick), first.not_done().contains(slow));
      var bad = executor.submit(Lesson31::check, 3);
      var raised = wait_(List.of(slow, bad), return_when(FIRST_EXCEPTION));
      print("FIRST_EXCEPTION:", raised.done().contains(bad), raised.not_done().contains(slow), bad.exception());
      try {
        slow.result(timeout(0.05));
      } catch (TimeoutError _) {
        print("not done within 0.05 seconds:", slow.done(), slow.running());
      }

      var other = executor.submit(() -> gate.wait_());
      var waiting = executor.submit(Lesson31::square, 6);
      print("cancel:", waiting.cancel(), waiting.cancelled(), slow.cancel());
      try {
        waiting.result();
      } catch (CancelledError _) {
        print("cancelled");
      }
      gate.set();
      print("all done:", wait_(List.of(slow, other)).not_done().isEmpty());
    }

    var executor = new ProcessPoolExecutor(1);
    var running = executor.submit(Lesson31::stay, 0.5);
    var queued = range(9).stream().map(n -> executor.submit(Lesson31::square, n)).toList();
    while (!running.running()) {
      Time.sleep(0.01);
    }
    executor.shutdown(wait_(true), cancel_futures(true));
    print("shutdown:", running.result(), queued.getLast().cancelled());
  }
}

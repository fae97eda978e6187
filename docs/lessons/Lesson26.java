// Lesson 26: a worker that is killed in the middle of a task
//
// The pool starts another worker and goes on. Who waits for the lost task must not wait for ever: CPython's pool never
// tells, so wait with a time limit there; Pythonic's raises WorkerLostError at once.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson26.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.multiprocessing.Pool;
import pythonic.multiprocessing.WorkerLostError;

public class Lesson26 {

  static int square(int n) {
    return n * n;
  }

  static void die(int i) {
    Runtime.getRuntime().halt(137); // what a SIGKILL looks like from outside
  }

  static void main() {
    var pool = new Pool(2);
    var before = pool.apply_async(Lesson26::square, args(3));
    var lost = pool.apply_async(Lesson26::die, args(0));
    var after = range(5).stream().map(n -> pool.apply_async(Lesson26::square, args(n))).toList();
    print("before:", before.get());
    print("after:", after.stream().map(result -> result.get()).toList());
    try {
      lost.get();
    } catch (WorkerLostError _) {
      print("the task was lost with its worker");
    }
    print("the pool goes on:", pool.map(Lesson26::square, range(4)));
    pool.terminate();
    pool.join();
  }
}

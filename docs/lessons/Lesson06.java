// Lesson 06: RLock, a lock that its owner may take again
//
// Two locks taken in opposite order block two threads for ever; here a time-out shows it. One RLock cures it.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson06.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.RuntimeError;
import pythonic.threading.Barrier;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Thread;

public class Lesson06 {

  static final Lock fork = new Lock();
  static final Lock knife = new Lock();
  static final Barrier both = new Barrier(2);
  static final RLock cutlery = new RLock();

  static void broken_eat(String name, Lock first, Lock second) {
    try (var _ = with(first)) {
      both.wait_();
      boolean got = second.acquire(timeout(0.1));
      print(name, "has one and gets the other:", got);
      both.wait_();
    }
  }

  static void eat(String name, List<String> meals) {
    try (var _ = with(cutlery)) {
      try (var _ = with(cutlery)) {
        meals.add(name);
      }
    }
  }

  static String countdown(int n) {
    try (var _ = with(cutlery)) {
      return n == 0 ? "end" : countdown(n - 1);
    }
  }

  static void run(List<Thread> threads) {
    for (var t : threads) {
      t.start();
    }
    for (var t : threads) {
      t.join();
    }
  }

  static void main() {
    print("one thread takes it five times:", countdown(4));
    print("a Lock a second time:", fork.acquire(), fork.acquire(timeout(0.05)));
    fork.release();

    run(List.of(new Thread(target(Lesson06::broken_eat), args("A", fork, knife)),
        new Thread(target(Lesson06::broken_eat), args("B", knife, fork))));

    var meals = new ArrayList<String>();
    run(List.of(new Thread(target(Lesson06::eat), args("A", meals)),
        new Thread(target(Lesson06::eat), args("B", meals))));
    print("with one RLock both eat:", meals.stream().sorted().toList());

    try {
      cutlery.release();
    } catch (RuntimeError e) {
      print("not the owner:", e);
    }
  }
}

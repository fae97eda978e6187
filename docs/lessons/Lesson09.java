// Lesson 09: Condition to wait until something holds, Barrier to go on together
//
// The producer waits until the basket is empty, the consumer until it is full; each wakes the other.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson09.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pythonic.builtins.RuntimeError;
import pythonic.threading.Barrier;
import pythonic.threading.Condition;
import pythonic.threading.Thread;

public class Lesson09 {

  static final List<Integer> basket = new ArrayList<>();
  static final Condition cond = new Condition();
  static final List<Integer> places = Collections.synchronizedList(new ArrayList<>());

  static void produce(int loaves) {
    for (int loaf : range(1, loaves + 1)) {
      try (var _ = with(cond)) {
        cond.wait_for(() -> !bool(basket));
        basket.add(loaf);
        print("producer: loaf", loaf);
        cond.notify_();
      }
    }
  }

  static void consume(int loaves) {
    for (int _ : range(loaves)) {
      try (var _ = with(cond)) {
        cond.wait_for(() -> basket);
        print("consumer: loaf", basket.removeLast());
        cond.notify_();
      }
    }
  }

  static void shot() {
    print("all are ready: bang");
  }

  static final Barrier start = new Barrier(3, action(Lesson09::shot));

  static void runner(int n) {
    print("runner", n, "is ready");
    int place = start.wait_();
    print("runner", n, "runs");
    places.add(place);
  }

  static void main() {
    var threads = List.of(
        new Thread(target(Lesson09::produce), args(4)), new Thread(target(Lesson09::consume), args(4)));
    for (var t : threads) {
      t.start();
    }
    for (var t : threads) {
      t.join();
    }

    try (var _ = with(cond)) {
      print("nobody notifies:", cond.wait_(0.05));
    }
    try {
      cond.notify_();
    } catch (RuntimeError e) {
      print("without the lock:", e);
    }

    var runners = range(1, 4).stream().map(n -> new Thread(target(Lesson09::runner), args(n))).toList();
    for (var r : runners) {
      r.start();
    }
    for (var r : runners) {
      r.join();
    }
    print("each has a number of its own:", places.stream().sorted().toList());
  }
}

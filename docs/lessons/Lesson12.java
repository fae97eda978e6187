// Lesson 12: producers and consumers, and three ways to end them
//
// task_done and join; a None that says "no more"; shutdown().
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson12.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;
import pythonic.threading.Thread;

public class Lesson12 {

  static final List<String> eaten = Collections.synchronizedList(new ArrayList<>());

  static void cook(Queue<String> q, String name, int dishes) {
    for (int i : range(1, dishes + 1)) {
      q.put(name + " " + i);
    }
  }

  static void eat_for_ever(Queue<String> q) {
    while (true) {
      var dish = q.get();
      eaten.add(dish);
      q.task_done();
    }
  }

  static void eat_until_none(Queue<String> q) {
    while (true) {
      var dish = q.get();
      if (dish == null) {
        break;
      }
      print("eats", dish);
    }
    print("was told that no more comes");
  }

  static void eat_until_shutdown(Queue<String> q) {
    try {
      while (true) {
        print("eats", q.get());
      }
    } catch (ShutDown _) {
      print("the queue is shut down and empty");
    }
  }

  static void main() {
    var q = new Queue<String>();
    for (int _ : range(3)) {
      new Thread(target(Lesson12::eat_for_ever), args(q), daemon(true)).start();
    }
    var cooks = new ArrayList<Thread>();
    for (String name : List.of("bun", "egg")) {
      cooks.add(new Thread(target(Lesson12::cook), args(q, name, 3)));
    }
    for (var c : cooks) {
      c.start();
    }
    for (var c : cooks) {
      c.join();
    }
    q.join();
    print("every dish is done:", eaten.stream().sorted().toList());
    try {
      q.task_done();
    } catch (ValueError e) {
      print("ValueError:", e);
    }

    q = new Queue<>(2);
    var eater = new Thread(target(Lesson12::eat_until_none), args(q));
    eater.start();
    cook(q, "pie", 4);
    q.put(null);
    eater.join();

    q = new Queue<>(2);
    eater = new Thread(target(Lesson12::eat_until_shutdown), args(q));
    eater.start();
    cook(q, "tea", 4);
    q.shutdown();
    eater.join();
    try {
      q.put("too late");
    } catch (ShutDown _) {
      print("put after shutdown raises ShutDown");
    }
  }
}

// Lesson 45: Generators that pass the turn
//
// next runs the body up to its next yield_; send makes that yield_ return a value; close ends the body where it waits.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson45.java

import static pythonic.builtins.Builtins.*;
import static pythonic.greenlet.GreenletGenerator.generator;
import static pythonic.greenlet.GreenletGenerator.yield_;

import java.util.ArrayDeque;
import java.util.List;
import pythonic.builtins.StopIteration;
import pythonic.greenlet.GreenletGenerator;

public class Lesson45 {

  static void countdown(int n) {
    while (n > 0) {
      yield_(n);
      n -= 1;
    }
  }

  static void consumer() {
    print("consumer: ready");
    String reply = "nothing yet";
    try {
      while (true) {
        Object item = yield_(reply);
        print("consumer: got", item);
        reply = "thanks for " + item;
      }
    } finally {
      print("consumer: closed");
    }
  }

  static void produce(GreenletGenerator<String> to) {
    print("producer:", to.next());
    for (String item : List.of("bread", "milk")) {
      print("producer: sends", item);
      print("producer:", to.send(item));
    }
    to.close();
  }

  static void task(String name, int steps) {
    for (int step : range(steps)) {
      print(name, "step", step);
      yield_();
    }
    print(name, "done");
  }

  static void run_all(List<GreenletGenerator<Object>> all) {
    var tasks = new ArrayDeque<>(all);
    while (!tasks.isEmpty()) {
      var current = tasks.remove();
      try {
        current.next();
        tasks.add(current);
      } catch (StopIteration e) {
        // it is done
      }
    }
  }

  static void main() {
    GreenletGenerator<Integer> numbers = generator(Lesson45::countdown, 3);
    for (int n : numbers) {
      print("count", n);
    }
    produce(generator(Lesson45::consumer));
    run_all(List.of(generator(Lesson45::task, "A", 2), generator(Lesson45::task, "B", 3), generator(Lesson45::task, "C", 1)));
  }
}

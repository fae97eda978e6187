// Lesson 10: Timer, a function called later
//
// It fires once, or not at all when it is cancelled before. One that makes its successor fires again and again.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson10.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.threading.Event;
import pythonic.threading.Timer;

public class Lesson10 {

  static volatile int count = 0;
  static final Event enough = new Event();

  static void greet(String greeting, String name) {
    print(greeting, name);
  }

  static void tick() {
    count += 1;
    print("tick", count);
    if (count < 3) {
      var again = new Timer(0.05, Lesson10::tick);
      again.start();
    } else {
      enough.set();
    }
  }

  static void main() {
    var once = new Timer(0.1, Lesson10::greet, args("hello", "Ann"));
    print("fired:", once.finished().is_set());
    once.start();
    once.join();
    print("fired:", once.finished().is_set());

    var never = new Timer(60, Lesson10::greet, args("hello", "nobody"));
    never.start();
    never.cancel();
    never.join();
    print("cancelled:", never.finished().is_set());

    new Timer(0.05, Lesson10::tick).start();
    enough.wait_();
    print("ticked", count, "times");
  }
}

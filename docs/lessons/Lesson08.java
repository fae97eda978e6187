// Lesson 08: Event, the traffic light and the cars
//
// All that wait go on when the event is set. Who comes while it is set does not wait.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson08.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.threading.Event;
import pythonic.threading.Semaphore;
import pythonic.threading.Thread;

public class Lesson08 {

  static final Event green = new Event();
  static final Semaphore arrived = new Semaphore(0);

  static void car(int n) {
    if (green.is_set()) {
      print("car", n, "drives through at green");
      return;
    }
    print("car", n, "waits at red");
    arrived.release();
    green.wait_();
    print("car", n, "drives on");
  }

  static void main() {
    var cars = range(1, 6).stream().map(n -> new Thread(target(Lesson08::car), args(n))).toList();
    for (var c : cars) {
      c.start();
    }
    for (var _ : cars) {
      arrived.acquire();
    }

    print("light: green");
    green.set();
    for (var c : cars) {
      c.join();
    }

    var late = new Thread(target(Lesson08::car), args(6));
    late.start();
    late.join();

    green.clear();
    print("light: red, is_set", green.is_set(), "isSet", green.isSet());
    print("a driver who waits a moment only:", green.wait_(0.05));
    green.set();
    print("and at green:", green.wait_(0.05));
  }
}

// Lesson 07: BoundedSemaphore, at most five at a time
//
// One release more than there were acquires is an error.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson07.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import pythonic.builtins.ValueError;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Lock;
import pythonic.threading.Thread;
import pythonic.time.Time;

public class Lesson07 {

  static final BoundedSemaphore rooms = new BoundedSemaphore(5);
  static final Lock lock = new Lock();
  static int inside = 0;
  static int most = 0;
  static int served = 0;

  static void visit(int guest) {
    try (var _ = with(rooms)) {
      try (var _ = with(lock)) {
        inside += 1;
        most = Math.max(most, inside);
      }
      Time.sleep(0.02);
      try (var _ = with(lock)) {
        inside -= 1;
        served += 1;
      }
    }
  }

  static void main() {
    var guests = range(20).stream().map(i -> new Thread(target(Lesson07::visit), args(i))).toList();
    for (var guest : guests) {
      guest.start();
    }
    for (var guest : guests) {
      guest.join();
    }
    print("served:", served);
    print("never more than five inside:", most <= 5);
    print("inside at the end:", inside);

    for (int _ : range(5)) {
      rooms.acquire();
    }
    print("a sixth:", rooms.acquire(blocking(false)));
    print("a sixth that waits a little:", rooms.acquire(timeout(0.05)));
    for (int _ : range(5)) {
      rooms.release();
    }
    try {
      rooms.release();
    } catch (ValueError e) {
      print("ValueError:", e);
    }
  }
}

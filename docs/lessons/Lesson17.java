// Lesson 17: processes do not share memory, threads do
//
// What a child process changes, a global or a list it was given, stays unchanged in the parent.
// A static field is Java's global.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson17.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.multiprocessing.Process;
import pythonic.threading.Thread;

public class Lesson17 {

  static int balance = 100;
  static final List<String> names = new ArrayList<>(List.of("parent"));

  static void change(List<Integer> numbers) {
    balance = 0;
    names.add("changed");
    numbers.add(4);
    print("inside: ", balance, names, numbers);
  }

  static void main() {
    var numbers = new ArrayList<>(List.of(1, 2, 3));
    print("before: ", balance, names, numbers);

    var p = new Process(target(Lesson17::change), args(numbers));
    p.start();
    p.join();
    print("after a process:", balance, names, numbers);

    var t = new Thread(target(Lesson17::change), args(numbers));
    t.start();
    t.join();
    print("after a thread: ", balance, names, numbers);
  }
}

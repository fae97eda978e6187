// Lesson 19: a lock around printing from ten processes
//
// Without the lock the two halves of a line could be apart.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson19.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import pythonic.multiprocessing.Lock;
import pythonic.multiprocessing.Process;

public class Lesson19 {

  static void show(Lock lock, int i) {
    try (var _ = with(lock)) {
      print("process", i, end(" "), flush(true));
      print("has the lock", flush(true));
    }
  }

  static void main() {
    var lock = new Lock();
    var processes = new ArrayList<Process>();
    for (int i : range(10)) {
      var p = new Process(target(Lesson19::show), args(lock, i));
      p.start();
      processes.add(p);
    }
    for (var p : processes) {
      p.join();
    }
    print(lock, processes.stream().map(p -> p.exitcode()).toList());
  }
}

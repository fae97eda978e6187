// Lesson 15: ten processes from a target, and a Process subclass
//
// The constructor of the subclass takes the name. Processes print as they come.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson15.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.multiprocessing.Process;

public class Lesson15 {

  static void show(int i) {
    print("process", i);
  }

  static class Greeter extends Process {

    final String greeting;

    Greeter(String name, String greeting) {
      super();
      this.name(name);
      this.greeting = greeting;
    }

    @Override
    public void run() {
      print(greeting, "from", name());
    }
  }

  static void main() {
    var processes = new ArrayList<Process>();
    for (int i : range(10)) {
      var p = new Process(target(Lesson15::show), args(i));
      p.start();
      processes.add(p);
    }
    for (var p : processes) {
      p.join();
    }
    print("exit codes", processes.stream().map(p -> p.exitcode()).toList());

    var greeters = List.of("Ann", "Bob", "Eve").stream().map(name -> new Greeter(name, "hello")).toList();
    for (var greeter : greeters) {
      greeter.start();
    }
    for (var greeter : greeters) {
      greeter.join();
    }
    print("exit codes", greeters.stream().map(greeter -> greeter.exitcode()).toList());
  }
}

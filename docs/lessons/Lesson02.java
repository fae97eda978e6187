// Lesson 02: a Thread subclass with run(), its arguments through the constructor
//
// What run() leaves in the object can be read after join.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson02.java

import static pythonic.builtins.Builtins.*;

import java.util.List;
import pythonic.builtins.Keywords;
import pythonic.threading.Thread;

public class Lesson02 {

  static class Adder extends Thread {

    final List<Integer> numbers;
    int total;

    Adder(String name, List<Integer> numbers) {
      super(Keywords.name(name));
      this.numbers = numbers;
      this.total = 0;
    }

    @Override
    public void run() {
      for (int n : numbers) {
        total += n;
      }
    }
  }

  static void main() {
    var adders = List.of(
        new Adder("ones", List.of(1, 1, 1)), new Adder("tens", List.of(10, 20, 30)), new Adder("range", range(100)));
    for (var adder : adders) {
      adder.start();
    }
    for (var adder : adders) {
      adder.join();
    }
    for (var adder : adders) {
      print(adder.name(), "added", adder.numbers, "to", adder.total);
    }
  }
}

// Lesson 22: values and arrays that processes share
//
// To read and to write each take the lock alone; += is both, so it needs the lock around it.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson22.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.List;
import java.util.stream.Stream;
import pythonic.builtins.IndexError;
import pythonic.multiprocessing.Array;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.Value;

public class Lesson22 {

  static void change(Value<Double> number, Array<Integer> numbers) {
    number.value(3.1415927);
    for (int i : range(len(numbers))) {
      numbers.set(i, -numbers.get(i));
    }
  }

  static void add(Value<Integer> total) {
    for (int _ : range(1000)) {
      try (var _ = with(total.get_lock())) {
        total.value(total.value() + 1);
      }
    }
  }

  static void main() {
    var number = new Value<Double>('d', 0.0);
    var numbers = new Array<Integer>('i', List.of(11, 22, 33, 44));
    print("before:", number.value(), List.copyOf(numbers));
    var p = new Process(target(Lesson22::change), args(number, numbers));
    p.start();
    p.join();
    print("after: ", number.value(), List.copyOf(numbers));
    numbers.set(0, 5);
    print(numbers.get(0), numbers.get(1, 3), len(numbers), numbers.stream().mapToInt(i -> i).sum());
    try {
      numbers.get(4);
    } catch (IndexError e) {
      print(e);
    }

    var total = new Value<Integer>('i', 0);
    var adders = Stream.generate(() -> new Process(target(Lesson22::add), args(total))).limit(4).toList();
    for (var adder : adders) {
      adder.start();
    }
    for (var adder : adders) {
      adder.join();
    }
    print("total: ", total.value());
    print(new Value<Integer>('i', 7), new Value<Integer>('i', 7, lock(false)));
  }
}

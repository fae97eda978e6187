// Lesson 25: Pool, a function over many items
//
// map waits for all results; imap gives them one by one as they are asked for, imap_unordered as they come.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson25.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Pool;
import pythonic.os.Os;

public class Lesson25 {

  static String greeting = "none";

  static int cube(int n) {
    return n * n * n;
  }

  static int add(int a, int b) {
    return a + b;
  }

  static double reciprocal(int n) {
    return n != 0 ? 1.0 / n : fail();
  }

  static double fail() {
    throw new ValueError("no reciprocal of 0");
  }

  static void prepare(String text) {
    greeting = text;
  }

  static String greet(String name) {
    return greeting + " " + name;
  }

  static long pid(int i) {
    return Os.getpid();
  }

  static long cubes(int n) {
    return (long) n * n * n;
  }

  static void main() {
    try (var pool = new Pool(2)) {
      print("map:", pool.map(Lesson25::cube, range(8)));
      print("map in chunks:", pool.map(Lesson25::cubes, range(1000), chunksize(100)).stream().mapToLong(n -> n).sum());
      print("starmap:", pool.starmap(Lesson25::add, List.of(args(1, 2), args(3, 4))));
      for (int result : pool.imap(Lesson25::cube, List.of(1, 2, 3))) {
        print("imap:", result);
      }
      var unordered = new ArrayList<Integer>();
      pool.imap_unordered(Lesson25::cube, range(5), chunksize(2)).forEach(unordered::add);
      print("imap_unordered:", unordered.stream().sorted().toList());

      var results = pool.imap(Lesson25::reciprocal, List.of(1, 0, 2));
      print("first:", results.next());
      try {
        results.next();
      } catch (ValueError e) {
        print("second:", e);
      }
      print("third:", results.next());

      var later = pool.map_async(Lesson25::cube, List.of(5, 6));
      later.wait_();
      print("map_async:", later.get(), later.successful());
    }

    try (var pool = new Pool(processes(2), initializer(Lesson25::prepare), initargs("hello"))) {
      print("initializer:", pool.map(Lesson25::greet, List.of("ann", "bob")), "here:", greeting);
    }

    try (var pool = new Pool(processes(1), maxtasksperchild(2))) {
      print("processes for six tasks:", len(new HashSet<>(pool.map(Lesson25::pid, range(6), chunksize(1)))));
    }
  }
}

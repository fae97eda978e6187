// Lesson 23: Manager, a dict and a list that processes share
//
// They live in the manager's process. Every other process holds a proxy, and each call on it goes there.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson23.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import pythonic.builtins.KeyError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.managers.DictProxy;
import pythonic.multiprocessing.managers.ListProxy;

public class Lesson23 {

  static void square(int n, DictProxy<Object, Integer> squares, ListProxy<Integer> done) {
    squares.put(n, n * n);
    done.append(n);
  }

  static void tidy(DictProxy<Object, Integer> squares, ListProxy<Integer> done) {
    squares.remove(0);
    done.sort();
    done.reverse();
    done.extend(List.of(10, 20));
  }

  static void main() {
    try (var manager = new Manager()) {
      DictProxy<Object, Integer> squares = manager.dict();
      ListProxy<Integer> done = manager.list();
      var processes = range(5).stream()
          .map(n -> new Process(target(Lesson23::square), args(n, squares, done)))
          .toList();
      for (var p : processes) {
        p.start();
      }
      for (var p : processes) {
        p.join();
      }
      print("dict:", new TreeMap<>(squares));
      print("list:", done.stream().sorted().toList());

      var p = new Process(target(Lesson23::tidy), args(squares, done));
      p.start();
      p.join();
      print("changed by one more process:", done, len(squares), squares.containsKey(0), squares.get(4));
      try {
        squares.getitem("zz");
      } catch (KeyError e) {
        print("KeyError:", e);
      }

      DictProxy<String, List<Integer>> lists = manager.dict();
      lists.put("a", new ArrayList<>());
      lists.get("a").add(1);
      print("a value that is read is a copy:", lists.get("a"));
      var a = lists.get("a");
      a.add(1);
      lists.put("a", a);
      print("assigned again:", lists.get("a"));
    }
  }
}

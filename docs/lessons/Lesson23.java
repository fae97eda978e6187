// Lesson 23: Manager, objects that processes share
//
// They live in the manager's process. Every other process holds a proxy, and each call on it goes there.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson23.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.managers.AcquirerProxy;
import pythonic.multiprocessing.managers.ArrayProxy;
import pythonic.multiprocessing.managers.BarrierProxy;
import pythonic.multiprocessing.managers.ConditionProxy;
import pythonic.multiprocessing.managers.DictProxy;
import pythonic.multiprocessing.managers.EventProxy;
import pythonic.multiprocessing.managers.ListProxy;
import pythonic.multiprocessing.managers.NamespaceProxy;
import pythonic.multiprocessing.managers.QueueProxy;
import pythonic.multiprocessing.managers.ValueProxy;

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

  static void count(AcquirerProxy lock, ValueProxy<Integer> total) {
    for (var _ : range(100)) {
      try (var _ = with(lock)) {
        total.value(total.value() + 1);
      }
    }
  }

  static void meet(NamespaceProxy namespace, ConditionProxy condition, EventProxy event, BarrierProxy barrier,
      QueueProxy<String> queue, ArrayProxy<Integer> array) {
    namespace.set("visits", (int) namespace.get("visits") + 1);
    array.set(0, 7);
    event.set();
    try (var _ = with(condition)) {
      queue.put("ready");
      condition.notify_();
    }
    barrier.wait_();
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

      var lock = manager.Lock();
      var total = manager.Value('i', 0);
      var counters = range(3).stream().map(_ -> new Process(target(Lesson23::count), args(lock, total))).toList();
      for (var counter : counters) {
        counter.start();
      }
      for (var counter : counters) {
        counter.join();
      }
      print("counted under a lock:", total.value());

      var namespace = manager.Namespace(kwds(Map.of("visits", 0)));
      var condition = manager.Condition();
      var event = manager.Event();
      var barrier = manager.Barrier(2);
      QueueProxy<String> queue = manager.Queue();
      ArrayProxy<Integer> array = manager.Array('i', List.of(1, 2, 3));
      p = new Process(target(Lesson23::meet), args(namespace, condition, event, barrier, queue, array));
      try (var _ = with(condition)) {
        p.start();
        print("notified:", condition.wait_for(() -> !queue.empty()), queue.get());
      }
      print("set:", event.wait_());
      barrier.wait_();
      p.join();
      print("namespace:", namespace, "array:", array);

      var rlock = manager.RLock();
      try (var _ = with(rlock); var _ = with(rlock)) {
        print("taken twice by its owner");
      }
      var semaphore = manager.Semaphore(2);
      print("semaphore:", range(3).stream().map(_ -> semaphore.acquire(false)).toList());
      var bounded = manager.BoundedSemaphore(1);
      try {
        bounded.release();
      } catch (ValueError e) {
        print("ValueError:", e);
      }
    }
  }
}

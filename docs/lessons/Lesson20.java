// Lesson 20: queues between processes
//
// A worker ends at a None; a JoinableQueue knows when all tasks are done. Empty and Full are the queue package's.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson20.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.JoinableQueue;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.Queue;
import pythonic.queue.Empty;
import pythonic.queue.Full;

public class Lesson20 {

  static void produce(Queue<Integer> numbers, int count) {
    for (int i : range(count)) {
      numbers.put(i);
    }
  }

  static void consume(Queue<Integer> numbers, Queue<Integer> sums) {
    int total = 0;
    while (true) {
      Integer number = numbers.get();
      if (number == null) {
        break;
      }
      total += number;
    }
    sums.put(total);
  }

  static void work(JoinableQueue<Integer> tasks, Queue<List<Integer>> results) {
    while (true) {
      int task = tasks.get();
      results.put(List.of(task, task * task));
      tasks.task_done();
    }
  }

  static void main() {
    var q = new Queue<String>(2);
    q.put("first");
    q.put("second");
    try {
      q.put("third", timeout(0.05));
    } catch (Full e) {
      print("full");
    }
    print(q.get(), q.get());
    try {
      q.get(timeout(0.05));
    } catch (Empty e) {
      print("empty");
    }

    var numbers = new Queue<Integer>();
    var sums = new Queue<Integer>();
    var producers = new ArrayList<Process>();
    for (int i : range(3)) {
      producers.add(new Process(target(Lesson20::produce), args(numbers, 100)));
    }
    var consumers = new ArrayList<Process>();
    for (int i : range(2)) {
      consumers.add(new Process(target(Lesson20::consume), args(numbers, sums)));
    }
    for (Process p : producers) {
      p.start();
    }
    for (Process p : consumers) {
      p.start();
    }
    for (Process p : producers) {
      p.join();
    }
    for (Process p : consumers) {
      numbers.put(null);
    }
    print("sum of all:", sums.get() + sums.get());
    for (Process p : consumers) {
      p.join();
    }

    var tasks = new JoinableQueue<Integer>();
    var results = new Queue<List<Integer>>();
    for (int i : range(2)) {
      new Process(target(Lesson20::work), args(tasks, results), daemon(true)).start();
    }
    for (int i : range(5)) {
      tasks.put(i);
    }
    tasks.join();
    print("all done");
    var pairs = new ArrayList<List<Integer>>();
    for (int i : range(5)) {
      pairs.add(results.get());
    }
    pairs.sort(Comparator.comparing(List::getFirst));
    for (var pair : pairs) {
      print(pair.get(0), "squared is", pair.get(1));
    }
    try {
      tasks.task_done();
    } catch (ValueError e) {
      print("ValueError:", e);
    }
  }
}

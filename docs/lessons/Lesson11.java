// Lesson 11: three queues: first in first out, last in first out, smallest first
//
// A queue with a maxsize can be full. The nowait forms raise Full and Empty instead of waiting.
//
// Run it alone: java -cp <the pythonic jar and its dependencies> Lesson11.java

import static pythonic.builtins.Builtins.*;
import static pythonic.builtins.Keywords.*;

import java.util.ArrayList;
import java.util.List;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;

public class Lesson11 {

  static <T> List<T> drain(Queue<T> q) {
    var items = new ArrayList<T>();
    while (!q.empty()) {
      items.add(q.get());
    }
    return items;
  }

  static void main() {
    var q = new Queue<String>(maxsize(3));
    for (String item : List.of("first", "second", "third")) {
      q.put(item);
    }
    print("size", q.qsize(), "full", q.full(), "empty", q.empty());
    try {
      q.put_nowait("fourth");
    } catch (Full _) {
      print("full: put_nowait raises Full");
    }
    try {
      q.put("fourth", timeout(0.05));
    } catch (Full _) {
      print("full: put with a timeout raises Full later");
    }
    print(drain(q));

    try {
      q.get_nowait();
    } catch (Empty _) {
      print("empty: get_nowait raises Empty");
    }
    try {
      q.get(block(true), timeout(0.05));
    } catch (Empty _) {
      print("empty: get with a timeout raises Empty later");
    }
    try {
      q.get(timeout(-1));
    } catch (ValueError e) {
      print("ValueError:", e);
    }

    var stack = new LifoQueue<String>();
    for (String item : List.of("first", "second", "third")) {
      stack.put(item);
    }
    print(drain(stack));

    var heap = new PriorityQueue<Args>();
    heap.put(args(30, "sleep"));
    heap.put(args(10, "wake up"));
    heap.put(args(20, "work"));
    heap.put(args(10, "get up"));
    print(drain(heap));
  }
}

package pythonic.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jol.info.GraphLayout;
import pythonic.queue.Queue;
import pythonic.threading.Event;
import pythonic.threading.Lock;

/** The bytes of one object with all that belongs to it alone, by JOL. */
final class Sizes {

  private Sizes() {}

  static List<String> markdown() {
    var lines = new ArrayList<>(List.of("| object | Pythonic | peer | mark: no more than the peer |", "|---|---|---|---|"));
    lines.add(line("Lock", new Lock(), "ReentrantLock", new ReentrantLock()));
    lines.add(line("Event", new Event(), "CountDownLatch", new CountDownLatch(1)));
    lines.add(line("Queue, maxsize 1000", new Queue<>(1000), "ArrayBlockingQueue", new ArrayBlockingQueue<>(1000)));
    lines.add(line("Queue", new Queue<>(), "LinkedBlockingQueue", new LinkedBlockingQueue<>()));
    return lines;
  }

  private static String line(String name, Object ours, String peer, Object theirs) {
    long size = GraphLayout.parseInstance(ours).totalSize();
    long other = GraphLayout.parseInstance(theirs).totalSize();
    return "| " + name + " | " + size + " B | " + peer + " " + other + " B | " + (size <= other ? "met" : "**missed**") + " |";
  }
}

package pythonic.threading;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.virtual;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingStream;
import pythonic.builtins.functions.Procedure0;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.Futures;
import pythonic.concurrent.futures.ThreadPoolExecutor;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;
import pythonic.testing.Threads;
import pythonic.time.Time;

/**
 * Makes each call that waits on a virtual thread, and has another virtual thread let it go on. It is meant for a JVM
 * with a single carrier: a thread that kept it would keep out the other one. Prints how many threads were pinned.
 */
public final class PinningProgram {

  private PinningProgram() {}

  /** A call that waits, and what lets it go on. */
  private record Wait(String name, Procedure0 call, Procedure0 end) {}

  /** A class initializer is a frame of the JVM's own: who waits below it is pinned. */
  static final class Pinning {
    static final boolean WAITED = new Event().wait_(0.2);

    private Pinning() {}
  }

  public static void main(String[] arguments) throws Exception {
    var pinned = new AtomicInteger();
    boolean pins = arguments[0].equals("pinning");
    if (!pins) {
      all(_ -> {}); // loads the classes: two threads that load one are pinned by the JVM
    }
    try (var events = new RecordingStream()) {
      events.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
      events.onEvent("jdk.VirtualThreadPinned", event -> {
        pinned.incrementAndGet();
        System.err.println(event);
      });
      events.startAsync();
      if (pins) {
        start(() -> print(Pinning.WAITED)).join();
      } else {
        all(System.out::println);
      }
      events.stop();
    }
    print("pinned", pinned.get());
  }

  private static Thread start(Procedure0 body) {
    var thread = new Thread(target(body), virtual(true));
    thread.start();
    return thread;
  }

  private static void all(Consumer<String> told) {
    Stream.of(waits(), queues(), futures()).flatMap(List::stream).forEach(wait -> told.accept(make(wait)));
  }

  /** {@return what came of it} */
  private static String make(Wait wait) {
    Thread waiting = start(wait.call());
    Threads.await(wait.name(), () -> waiting.native_id() != null
        && List.of(java.lang.Thread.State.WAITING, java.lang.Thread.State.TIMED_WAITING).contains(state(waiting)));
    Thread ending = start(wait.end());
    ending.join(20);
    waiting.join(20);
    return wait.name() + (ending.is_alive() || waiting.is_alive() ? " STUCK" : " ok");
  }

  private static java.lang.Thread.State state(Thread thread) {
    java.lang.Thread running = thread.running();
    return running == null ? java.lang.Thread.State.NEW : running.getState();
  }

  private static List<Wait> waits() {
    var lock = new Lock();
    lock.acquire();
    var held = new RLock();
    var holderDone = new Event();
    start(() -> {
      held.acquire();
      holderDone.wait_();
      held.release();
    });
    var semaphore = new Semaphore(0);
    var bounded = new BoundedSemaphore(1);
    bounded.acquire();
    var event = new Event();
    var late = new Event();
    var condition = new Condition();
    var plain = new Condition(new Lock());
    var barrier = new Barrier(2);
    var platform = new Thread(target(() -> holderDone.wait_()));
    platform.start();
    var timer = new Timer(1000, () -> {}, virtual(true));
    timer.start();
    return List.of(
        new Wait("Lock.acquire", () -> lock.acquire(), () -> lock.release()),
        new Wait("Event.wait", () -> event.wait_(), () -> event.set()),
        new Wait("Event.wait timed", () -> late.wait_(100), () -> late.set()),
        new Wait("Semaphore.acquire", () -> semaphore.acquire(), () -> semaphore.release()),
        new Wait("BoundedSemaphore.acquire", () -> bounded.acquire(), () -> bounded.release()),
        new Wait("Condition.wait", () -> waitFor(condition), () -> notifyOne(condition)),
        new Wait("Condition.wait over a Lock", () -> waitFor(plain), () -> notifyOne(plain)),
        new Wait("Barrier.wait", () -> barrier.wait_(), () -> barrier.wait_()),
        new Wait("Thread.join of a virtual thread", () -> timer.join(), () -> timer.cancel()),
        new Wait("RLock.acquire", () -> held.acquire(), () -> holderDone.set()),
        new Wait("Thread.join of a platform thread", () -> late(platform), () -> {}),
        new Wait("time.sleep", () -> Time.sleep(0.2), () -> {}));
  }

  private static void late(Thread platform) {
    platform.join();
    Time.sleep(0.1);
  }

  private static void waitFor(Condition condition) {
    condition.acquire();
    condition.wait_();
    condition.release();
  }

  private static void notifyOne(Condition condition) {
    condition.acquire();
    condition.notify_();
    condition.release();
  }

  private static List<Wait> queues() {
    var queue = new Queue<Integer>(1);
    var full = new Queue<Integer>(1);
    full.put(1);
    var unfinished = new Queue<Integer>();
    unfinished.put(1);
    var lifo = new LifoQueue<Integer>();
    var priority = new PriorityQueue<Integer>();
    var simple = new SimpleQueue<Integer>();
    return List.of(
        new Wait("Queue.get", () -> queue.get(), () -> queue.put(1)),
        new Wait("Queue.put", () -> full.put(2), () -> full.get()),
        new Wait("Queue.join", () -> unfinished.join(), () -> unfinished.task_done()),
        new Wait("LifoQueue.get", () -> lifo.get(), () -> lifo.put(1)),
        new Wait("PriorityQueue.get", () -> priority.get(true, 100), () -> priority.put(1)),
        new Wait("SimpleQueue.get", () -> simple.get(), () -> simple.put(1)));
  }

  private static List<Wait> futures() {
    var first = new Future<Integer>();
    var second = new Future<Integer>();
    var third = new Future<Integer>();
    var executor = new ThreadPoolExecutor(1);
    var work = new Event();
    var _ = executor.submit(() -> work.wait_());
    return List.of(
        new Wait("Future.result", () -> first.result(), () -> first.set_result(1)),
        new Wait("wait", () -> Futures.wait_(List.of(second)), () -> second.set_result(1)),
        new Wait("as_completed", () -> Futures.as_completed(List.of(third), timeout(100)).forEach(f -> {}), () -> third.set_result(1)),
        new Wait("Executor.shutdown", () -> executor.shutdown(), () -> work.set()));
  }
}

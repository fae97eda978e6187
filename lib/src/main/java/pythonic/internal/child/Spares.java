package pythonic.internal.child;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/**
 * Children in reserve: JVMs that are connected, warm, and wait for a job. One that is taken is replaced as soon as no
 * child is about to begin, so that the next one does not take the processor from those that are asked for. A program
 * that starts one process only never has a spare.
 */
public final class Spares {

  /** From so many starts on there are spares, unless the program asked for them. */
  private static final int STARTS = 2;

  /** So many seconds a child that begins is left alone, before another takes the processor from it. */
  private static final double HEAD_START = 0.02;

  private static final OneShot ENDING = new OneShot();

  /** Whoever holds it may use what stands below. Nothing under it waits, but for the system to make a process. */
  private static final Mutex CHANGING = new Mutex();

  private static final ArrayDeque<Spare> IDLE = new ArrayDeque<>();

  /** Those that have a job and have not yet said that they begin. */
  private static final Set<ChildJvm> AWAITED = new HashSet<>();

  private static int count = 1;
  private static double idle = 60;
  private static int starts;
  private static boolean wanted;
  private static boolean closed;
  private static Lifecycle.@Nullable Registration exit;

  /** What a spare does while it waits. */
  private static volatile @Nullable Supplier<byte[]> warmUp;

  private Spares() {}

  private record Spare(ChildJvm jvm, OneShot left) {}

  /** Says how many there are to be, and for how many seconds one waits for its job; from now on they are wanted. */
  public static void set(int newCount, double newIdle) {
    List<Spare> surplus;
    CHANGING.acquireUninterruptibly();
    try {
      count = newCount;
      idle = newIdle;
      wanted = true;
      surplus = new ArrayList<>(IDLE); // their time was measured by the old rule
      IDLE.clear();
    } finally {
      CHANGING.tryRelease();
    }
    surplus.forEach(Spares::dismiss);
    Thread.ofVirtual().name("pythonic-spares").start(Spares::refill);
  }

  /** Says what a spare does while it waits: a pickled {@link ChildJob}. */
  public static void warmUp(Supplier<byte[]> job) {
    warmUp = job;
  }

  /** Starts a job on a spare, or on a new child if there is none. */
  public static ChildJvm start(Supplier<byte[]> job, ClassSource classes) {
    Spare spare = ChildOptions.areGiven() ? null : take();
    if (spare == null) {
      ChildJvm child = ChildJvm.launch(ChildOptions.orElse(Launch.usual()), job, classes, Spares::begun);
      await(child);
      return child;
    }
    spare.jvm.give(job.get(), classes);
    spare.left.happen(); // wakes a thread, which the child need not wait for
    return spare.jvm;
  }

  /** Starts a job on a new child, which no spare is made after. */
  public static ChildJvm startAfresh(Supplier<byte[]> job, ClassSource classes) {
    return ChildJvm.launch(ChildOptions.orElse(Launch.usual()), job, classes, _ -> AotMaker.makeOnce());
  }

  private static @Nullable Spare take() {
    CHANGING.acquireUninterruptibly();
    try {
      starts++;
      for (Spare spare = IDLE.poll(); spare != null; spare = IDLE.poll()) {
        if (spare.jvm.exitCode() == null) {
          AWAITED.add(spare.jvm);
          return spare;
        }
        spare.left.happen();
      }
      return null;
    } finally {
      CHANGING.tryRelease();
    }
  }

  private static void await(ChildJvm child) {
    CHANGING.acquireUninterruptibly();
    try {
      AWAITED.add(child);
    } finally {
      CHANGING.tryRelease();
    }
    if (child.exitCode() != null) { // it may have ended before it was added
      begun(child);
    }
  }

  /** A child has begun with its job, or has ended. */
  private static void begun(ChildJvm child) {
    CHANGING.acquireUninterruptibly();
    try {
      AWAITED.remove(child);
      IDLE.removeIf(spare -> spare.jvm.equals(child));
    } finally {
      CHANGING.tryRelease();
    }
    ENDING.await(Deadline.after(HEAD_START));
    AotMaker.makeOnce();
    refill();
  }

  /** Makes what spares are missing; where the system makes none, the next start tells so. */

  static void refill() {
    CHANGING.acquireUninterruptibly();
    try {
      while (!closed && !Lifecycle.isExiting() && AWAITED.isEmpty() && IDLE.size() < count && (wanted || starts >= STARTS)) {
        add();
      }
    } catch (UncheckedIOException | OSError e) {
      // The program goes on without.
    } finally {
      CHANGING.tryRelease();
    }
  }

  private static void add() {
    if (exit == null) {
      exit = Lifecycle.atExit(Spares::end);
    }
    ChildJvm jvm = ChildJvm.launch(Launch.usual(), ClassSource.none(), Spares::begun);
    Supplier<byte[]> meanwhile = warmUp;
    if (meanwhile != null) {
      jvm.warmUp(meanwhile.get());
    }
    var spare = new Spare(jvm, new OneShot());
    IDLE.add(spare);
    Deadline patience = Deadline.after(idle);
    Thread.ofVirtual().name("pythonic-spare-" + jvm.pid()).start(() -> expire(spare, patience));
  }

  private static void expire(Spare spare, Deadline patience) {
    if (spare.left.await(patience)) {
      return;
    }
    boolean unused;
    CHANGING.acquireUninterruptibly();
    try {
      unused = IDLE.remove(spare);
      starts = 0; // the program does not start processes at present
    } finally {
      CHANGING.tryRelease();
    }
    if (unused) {
      dismiss(spare);
    }
  }

  private static void dismiss(Spare spare) {
    spare.left.happen();
    spare.jvm.kill();
  }

  private static void end() {
    ENDING.happen();
    List<Spare> left;
    CHANGING.acquireUninterruptibly();
    try {
      closed = true;
      left = new ArrayList<>(IDLE);
      IDLE.clear();
    } finally {
      CHANGING.tryRelease();
    }
    left.forEach(Spares::dismiss);
    left.forEach(spare -> spare.jvm.join(Deadline.NEVER));
  }
}

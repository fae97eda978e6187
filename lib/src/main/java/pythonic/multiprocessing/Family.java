package pythonic.multiprocessing;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.internal.calls.Call;
import pythonic.internal.child.AotMaker;
import pythonic.internal.child.ChildCommand;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.child.ClassSource;
import pythonic.internal.child.Spares;
import pythonic.internal.errors.SystemError;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;
import pythonic.internal.wire.Spawning;

/** This JVM's place among the processes that started each other: who it is, its key, and its children. */
final class Family {

  private static final int KEY_SIZE = 32;

  private static volatile Process current = new MainProcess();
  private static volatile @Nullable Process parent;

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Children that were started and not yet found to have ended. */
  private static final Set<Process> CHILDREN = ConcurrentHashMap.newKeySet();

  /** Set before {@link #end} looks for children: what is started later is ended by whoever started it. */
  private static volatile boolean ending;

  /** The thread that has ended this JVM's children, once it has. From then on no other thread starts one. */
  private static volatile @Nullable Thread closer;

  /** Starts under way. Who ends the children sets {@link #closer} first and then looks here; who starts one the other way round. */
  private static final AtomicInteger STARTING = new AtomicInteger();

  /** Happens when no start is under way any more, once {@link #closer} is set. */
  private static final OneShot ALL_STARTED = new OneShot();

  /** Seconds that the end waits for starts under way. */
  private static final double PATIENCE = 5;

  private Family() {}

  /** Made when it is first asked for: random numbers take 60 ms to load. */
  private static final class DefaultKey {
    private static final byte[] BYTES = new byte[KEY_SIZE];

    static {
      new SecureRandom().nextBytes(BYTES);
    }
  }

  /** {@return the key of a family that was given none} */
  static byte[] defaultKey() {
    return DefaultKey.BYTES;
  }

  static Process current() {
    return current;
  }

  static @Nullable Process parent() {
    return parent;
  }

  static int[] nextIdentity(int[] creator) {
    var identity = Arrays.copyOf(creator, creator.length + 1);
    identity[creator.length] = COUNTER.incrementAndGet();
    return identity;
  }

  /** Makes this JVM the given process, before anything of the program runs in it. */
  static void become(Process self, Process creator) {
    current = self;
    parent = creator;
  }

  /** Starts a child for a process of this JVM. What cannot travel is refused before anything is started. */
  static void start(Process process, ProcessState state) {
    reap();
    STARTING.incrementAndGet();
    try (var _ = Spawning.begin()) {
      if (closer != null && !Thread.currentThread().equals(closer)) {
        throw new RuntimeError("can't start new process at interpreter shutdown");
      }
      spawn(process, state);
    } finally {
      if (STARTING.decrementAndGet() == 0 && closer != null) {
        ALL_STARTED.happen();
      }
    }
  }

  private static void spawn(Process process, ProcessState state) {
    Call call = process.call();
    var senders = new ArrayList<Object>();
    senders.add(process);
    byte[] calling = ProcessJob.pickled(call);
    if (call != null) {
      senders.add(call.function());
      for (Object arg : call.args()) {
        if (arg != null) {
          senders.add(arg);
        }
      }
    }
    byte[] self = ProcessJob.pickled(process);
    WarmUp.remember(senders);
    ExitFunction.install();
    AotMaker.training(WarmUp::training);
    Supplier<byte[]> job = () -> ProcessJob.pickled(self, calling, Surroundings.of(process));
    try {
      state.started(launch(process, job, new ClassSource(senders.toArray())));
    } catch (UncheckedIOException e) {
      throw SystemError.of(Objects.requireNonNull(e.getCause()), ChildCommand.launcher());
    }
    CHILDREN.add(process);
    if (ending && (process.daemon() || Lifecycle.isEndingAbruptly())) {
      process.terminate(); // perhaps nobody else has seen it
    }
  }

  private static ChildJvm launch(Process process, Supplier<byte[]> job, ClassSource classes) {
    String method = process._start_method();
    if ((method == null ? Multiprocessing.get_start_method() : method).equals("forkserver")) {
      Spares.warmUp(WarmUp::forNextProcess);
      return Spares.start(job, classes);
    }
    return Spares.startAfresh(job, classes);
  }

  /** {@return the children that run} */
  static List<Process> children() {
    reap();
    return List.copyOf(CHILDREN);
  }

  static void forget(Process process) {
    CHILDREN.remove(process);
  }

  private static void reap() {
    CHILDREN.removeIf(child -> child.exitcode() != null);
  }

  /** At this JVM's end: daemonic children are ended, then all are waited for. */
  static void end(boolean atOnce) {
    Logger.life("process shutting down");
    ending = true;
    endChildren(atOnce);
    closer = Thread.currentThread();
    if (STARTING.get() > 0) {
      ALL_STARTED.await(Deadline.after(PATIENCE));
    }
    endChildren(atOnce); // those that were just being started
  }

  private static void endChildren(boolean atOnce) {
    for (Process child : CHILDREN) {
      if (child.daemon() || atOnce) {
        Logger.life("calling terminate() for " + (child.daemon() ? "daemon " : "") + child.name());
        child.terminate();
      }
    }
    for (Process child : CHILDREN) {
      Logger.life("calling join() for process " + child.name());
      child.join();
    }
    CHILDREN.clear();
  }
}

package pythonic.multiprocessing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ChildJvm;
import pythonic.internal.child.ClassSource;

import pythonic.internal.wire.Pickler;

/** This JVM's place among the processes that started each other: who it is, its key, and its children. */
final class Family {

  private static final int KEY_SIZE = 32;

  private static volatile Process current = new MainProcess();
  private static volatile @Nullable Process parent;
  private static volatile byte[] authkey = randomKey();

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** Children that were started and not yet found to have ended. */
  private static final Set<Process> CHILDREN = ConcurrentHashMap.newKeySet();

  private Family() {}

  private static byte[] randomKey() {
    var key = new byte[KEY_SIZE];
    new SecureRandom().nextBytes(key);
    return key;
  }

  static Process current() {
    return current;
  }

  static @Nullable Process parent() {
    return parent;
  }

  static byte[] authkey() {
    return authkey.clone();
  }

  static void authkey(byte[] key) {
    authkey = key.clone();
  }

  static int[] nextIdentity(int[] creator) {
    var identity = Arrays.copyOf(creator, creator.length + 1);
    identity[creator.length] = COUNTER.incrementAndGet();
    return identity;
  }

  /** Makes this JVM the given process, before anything of the program runs in it. */
  static void become(Process self, Process creator, byte[] key) {
    current = self;
    parent = creator;
    authkey = key;
  }

  /** Starts a child for a process of this JVM. What cannot travel is refused before anything is started. */
  static void start(Process process, ProcessState state) {
    reap();
    Call call = process.call();
    var senders = new ArrayList<Object>();
    senders.add(process);
    byte[] calling = Pickler.dumps(call, "");
    if (call != null) {
      senders.add(call.function());
      call.args().stream().filter(arg -> arg != null).forEach(senders::add);
    }
    byte[] self = Pickler.dumps(process, "self");
    var job = new ProcessJob(self, calling, authkey, ProcessHandle.current().pid(), current.name());
    ExitFunction.install();
    state.started(ChildJvm.start(Pickler.dumps(job, ""), new ClassSource(senders.toArray())));
    CHILDREN.add(process);
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
    for (Process child : CHILDREN) {
      if (child.daemon() || atOnce) {
        child.terminate();
      }
    }
    for (Process child : CHILDREN) {
      child.join();
    }
    CHILDREN.clear();
  }
}

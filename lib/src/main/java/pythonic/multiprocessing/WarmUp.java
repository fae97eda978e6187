package pythonic.multiprocessing;


import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Procedure2;
import pythonic.internal.calls.Call;
import pythonic.internal.child.ChildJob;
import pythonic.internal.console.Console;
import pythonic.internal.text.Traceback;
import pythonic.internal.wire.Pickler;

/**
 * What a spare JVM does while it waits: it goes the ways that a process will go, and loads the classes of those that
 * were started before. It initialises none of the program's classes, unless the program asks for that.
 */
final class WarmUp implements ChildJob {

  @Serial private static final long serialVersionUID = 1L;

  /** More would keep a spare busy for long. */
  private static final int REMEMBERED = 100;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile List<String> preload = List.of();

  private final byte[] process;
  private final byte[] call;
  private final String[] seen;
  private final String[] toInitialise;

  private WarmUp(List<String> seen, List<String> toInitialise) {
    var sample = new SampleProcess();
    this.process = Pickler.dumps(sample, "self");
    this.call = Pickler.dumps(sample.call(), "");
    this.seen = seen.toArray(String[]::new);
    this.toInitialise = toInitialise.toArray(String[]::new);
  }

  /** The classes whose names a spare is to load and initialise before it has a job. */
  static void preload(List<String> classNames) {
    preload = List.copyOf(classNames);
  }

  /** Keeps in mind the classes of what is sent to a process. */
  static void remember(List<Object> senders) {
    for (Object sender : senders) {
      String name = sender.getClass().getName();
      int lambda = name.indexOf("$$Lambda");
      String own = lambda < 0 ? name : name.substring(0, lambda);
      if (SEEN.size() < REMEMBERED && !own.startsWith("java.") && !own.startsWith("[")) {
        SEEN.add(own);
      }
    }
  }

  /** {@return the work of a spare, pickled} */
  static byte[] forNextProcess() {
    return Pickler.dumps(new WarmUp(new ArrayList<>(SEEN), preload), "");
  }

  /** {@return the work of a child whose classes are recorded for the AOT cache, pickled} */
  static byte[] training() {
    var sample = new Process("sample");
    return ProcessJob.pickled(ProcessJob.pickled(sample), ProcessJob.pickled(SampleProcess.sampleCall()), Surroundings.of(sample));
  }

  /** One that never starts, and so does not count. */
  private static final class SampleProcess extends Process {
    @Serial private static final long serialVersionUID = 1L;

    SampleProcess() {
      super("sample");
    }

    @Override
    Call call() {
      return sampleCall();
    }

    static Call sampleCall() {
      Procedure2<Integer, List<Integer>> target = WarmUp::exercise;
      return Call.of(target, 1, List.of(2));
    }
  }

  /** A little of all that programs in children do. */
  private static void exercise(int a, List<Integer> b) throws Exception {
    var out = new PrintStream(new ByteArrayOutputStream());
    Console.write(out, Builtins.repr(List.of(a, b, Map.of("k", 1.5), "text")) + "\n");
    Console.write(out, Traceback.format(new ValueError("sample")));
    Function2<Integer, Integer, Integer> sum = (x, y) -> x + y;
    Pickler.loads(Pickler.dumps(Call.of(sum, 1, 2), ""), WarmUp.class.getClassLoader());
    Call.of(sum, 1, 2).run();
    Object copy = Pickler.loads(Pickler.dumps(new LinkedHashSet<>(b), ""), WarmUp.class.getClassLoader());
    if (!b.containsAll((Set<?>) copy)) {
      throw new IllegalStateException("a copy that differs");
    }
  }

  @Override
  public int run() {
    try {
      ClassLoader own = WarmUp.class.getClassLoader();
      Pickler.loads(process, own);
      if (Pickler.loads(call, own) instanceof Call sample) {
        sample.run();
      }
      load(own);
    } catch (Throwable e) { // the process that comes will meet the same, and tells
      return 1;
    }
    return 0;
  }

  private void load(ClassLoader own) {
    for (String name : seen) {
      load(name, false, own);
    }
    for (String name : toInitialise) {
      load(name, true, own);
    }
  }

  /** {@return whether there was something to load} Classes that are not on the class path come with the job. */
  private static boolean load(String name, boolean initialise, ClassLoader own) {
    try {
      return Class.forName(name, initialise, own).getDeclaredMethods().length > 0; // asking for them links the class
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // it fails for the process too, which tells
    }
  }
}

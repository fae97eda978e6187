package pythonic.multiprocessing;


import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.lang.invoke.SerializedLambda;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Procedure2;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.LambdaForm;
import pythonic.internal.child.ChildJob;
import pythonic.internal.console.Console;
import pythonic.internal.pool.Rehearsal;
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

  /** After so many the ways of a job are as quick as they get before they are compiled. */
  private static final int REHEARSALS = 20;

  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile List<String> preload = List.of();

  /** The lambdas that were sent to processes, by the names of their classes here: what {@link LambdaForm#prepare} takes. */
  private static final Map<String, Object[]> FORMS = new ConcurrentHashMap<>();

  private final byte[] process;
  private final byte[] call;
  private final byte[] job;
  private final String[] toInitialise;
  private final boolean forPools;

  private WarmUp(List<String> toInitialise) {
    var sample = new SampleProcess();
    this.process = Pickler.dumps(sample, "self");
    this.call = Pickler.dumps(sample.call(), "");
    this.job = job(WarmUp::prepare);
    this.toInitialise = toInitialise.toArray(String[]::new);
    this.forPools = Rehearsal.isWanted();
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
      if (lambda >= 0 && FORMS.size() < REMEMBERED && !FORMS.containsKey(name) && LambdaForm.isSimple(sender)) {
        remember(name, LambdaForm.of(sender));
      }
    }
  }

  private static void remember(String name, @Nullable SerializedLambda form) {
    if (form != null) {
      String[] fields = LambdaForm.fields(form);
      FORMS.put(name, new Object[] {Arrays.copyOf(fields, fields.length, Object[].class), form.getImplMethodKind(), form.getCapturedArgCount()});
    }
  }

  /** {@return the work of a spare, pickled} */
  static byte[] forNextProcess() {
    return Pickler.dumps(new WarmUp(preload), "");
  }

  /** {@return the work of a child whose classes are recorded for the AOT cache, pickled} */
  static byte[] training() {
    return job(WarmUp::train);
  }

  /** {@return a process of the usual kind, whose target is told what has been sent to processes} */
  private static byte[] job(Procedure2<Object[], Object[]> target) {
    var sample = new Process("sample");
    Call call = Call.of(target, SEEN.toArray(), FORMS.values().toArray());
    return ProcessJob.pickled(ProcessJob.pickled(sample), ProcessJob.pickled(call), Surroundings.of(sample));
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
      for (int i = 0; i < REHEARSALS; i++) {
        ProcessJob.rehearse(job);
      }
      if (forPools) {
        Rehearsal.perform();
      }
      for (String name : toInitialise) {
        load(name, true, own);
      }
    } catch (Throwable e) { // the process that comes will meet the same, and tells
      return 1;
    }
    return 0;
  }

  private static void train(Object[] classNames, Object[] forms) throws Exception {
    prepare(classNames, forms);
    Rehearsal.perform();
  }

  /** Makes ready what processes are sent, as far as that runs and initialises nothing of the program. */
  private static void prepare(Object[] classNames, Object[] forms) throws Exception {
    exercise(1, List.of(2));
    ClassLoader own = WarmUp.class.getClassLoader();
    for (Object name : classNames) {
      load((String) name, false, own);
    }
    for (Object form : forms) {
      var data = (Object[]) form;
      try {
        LambdaForm.prepare(Arrays.copyOf((Object[]) data[0], ((Object[]) data[0]).length, String[].class), (int) data[1], (int) data[2], own);
      } catch (ReflectiveOperationException | LinkageError e) {
        // it fails for the process too, which tells
      }
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

package pythonic.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs sequences on this library, as {@code interpreter.py} does on Python's. It hands one call to one thread, and goes on
 * when that has returned or is blocked. What a line with {@code !} tells should not happen by the model.
 */
@NullUnmarked
final class JavaSide implements AutoCloseable {

  private final Worker[] workers = new Worker[Operation.THREADS];
  private List<String> trace;

  JavaSide() {
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker();
    }
  }

  /** {@return what happened, a line for each return} */
  List<String> run(Sequence sequence) {
    trace = new ArrayList<>();
    try {
      Subject subject = Subject.of(sequence.plan().construction());
      trace.add(sequence.plan().construction().toString());
      var blocked = new TreeSet<Integer>();
      for (Step step : sequence.steps()) {
        if (!run(step, subject, blocked)) {
          abandon(blocked);
          break;
        }
      }
    } catch (Throwable e) {
      trace.add(sequence.plan().construction() + " -> " + Subject.raised(e));
    }
    return trace;
  }

  private boolean run(Step step, Subject subject, Set<Integer> blocked) {
    Operation operation = step.operation();
    Worker worker = workers[operation.thread()];
    step.again().forEach(other -> workers[other].expectAgain());
    worker.start(() -> subject.run(operation.call(), worker::enter));
    blocked.add(operation.thread());
    boolean foreseen;
    if (step.blocks()) {
      foreseen = worker.isBlocked();
      trace.add(foreseen ? operation + " blocks" : "! " + operation + " returns");
    } else {
      foreseen = join(operation.thread(), operation.toString(), blocked);
    }
    for (int other : step.released()) {
      foreseen = foreseen && join(other, "  T" + other, blocked);
    }
    for (int other : blocked) {
      if (foreseen && !workers[other].isBlocked()) {
        trace.add("! T" + other + " returns");
        foreseen = false;
      }
    }
    return foreseen;
  }

  private boolean join(int thread, String what, Set<Integer> blocked) {
    String outcome = workers[thread].join();
    trace.add(outcome == null ? "! " + what + " blocks" : what + " -> " + outcome);
    if (outcome != null) {
      blocked.remove(thread);
    }
    return outcome != null;
  }

  /** After a surprise, some threads may stay blocked for ever. */
  private void abandon(Set<Integer> blocked) {
    for (int thread : blocked) {
      workers[thread].end();
      workers[thread] = new Worker();
    }
  }

  @Override
  public void close() {
    for (Worker worker : workers) {
      worker.end();
    }
  }
}

package pythonic.multiprocessing.pool;

import java.util.List;
import java.util.Locale;

/**
 * What the workers of a pool did up to a moment: {@code print(pool.insights())}. Of a task that a worker performs at that
 * moment nothing is known yet. Not in Python; as in the library mpire.
 *
 * @param workers what each worker did, and those that took its place, in the order of their numbers
 * @param longest_tasks the tasks that took longest, five at most, the longest first
 * @param svg a picture of it: a row for each worker, from left to right its time
 */
public record Insights(List<Worker> workers, List<Task> longest_tasks, String svg) {

  /**
   * What a worker did, and those that took its place; times in seconds.
   *
   * @param worker its number, as {@code Pool.worker_id()} tells
   * @param tasks how many calls it has performed
   * @param start_up from the begin of its start until it was ready, the initializer included
   * @param waiting without a task
   * @param working with a task
   * @param exit from the end of its last task to its own end
   */
  public record Worker(int worker, long tasks, double start_up, double waiting, double working, double exit) {}

  /**
   * A task, which is a chunk of the calls of a {@code map}.
   *
   * @param task the function
   * @param seconds how long it took
   * @param worker the number of the worker that performed it
   */
  public record Task(String task, double seconds, int worker) {}

  /** {@return a table of the workers, and the longest tasks} */
  @Override
  public String toString() {
    var out = new StringBuilder(line("worker", "tasks", "start-up", "waiting", "working", "exit", "working"));
    for (Worker worker : workers) {
      out.append(line(String.valueOf(worker.worker), worker));
    }
    if (workers.size() > 1) {
      out.append(line("all", sum()));
    }
    out.append("longest tasks:\n");
    for (Task task : longest_tasks) {
      out.append(String.format(Locale.ROOT, "%10.3f s  %s on worker %d%n", task.seconds, task.task, task.worker));
    }
    return out.toString();
  }

  private Worker sum() {
    return workers.stream()
        .reduce(
            new Worker(0, 0, 0, 0, 0, 0),
            (a, b) -> new Worker(0, a.tasks + b.tasks, a.start_up + b.start_up, a.waiting + b.waiting, a.working + b.working, a.exit + b.exit));
  }

  private static String line(String name, Worker of) {
    double whole = of.start_up + of.waiting + of.working + of.exit;
    String share = String.format(Locale.ROOT, "%.0f %%", whole > 0 ? 100 * of.working / whole : 0);
    return line(name, String.valueOf(of.tasks), time(of.start_up), time(of.waiting), time(of.working), time(of.exit), share);
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%6s %9s %11s %11s %11s %11s %8s%n", cells);
  }
}

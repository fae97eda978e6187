package pythonic.internal.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;

/** The processors that this process may use, and how a child is pinned to some of them. Linux tells and does so. */
final class Processors {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private Processors() {}

  /** {@return the processors of each worker, or one list for all} Refuses those that there are not. */
  static List<List<Integer>> checked(List<List<Integer>> ids, int workers) {
    if (ids.size() != 1 && ids.size() != workers) {
      throw new ValueError("cpu_ids must have 1 element or one for each of the " + workers + " workers");
    }
    Set<Integer> allowed = allowed();
    for (List<Integer> some : ids) {
      if (some.isEmpty() || !allowed.containsAll(some)) {
        throw new ValueError("cpu_ids " + some + " are not among the processors " + allowed);
      }
    }
    return ids;
  }

  /** {@return the beginning of a command that is to run on these processors} */
  static List<String> command(List<Integer> ids) {
    String taskset =
        Stream.of("/usr/bin/taskset", "/bin/taskset")
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElseThrow(() -> new OSError("cpu_ids needs the command taskset of Linux"));
    return List.of(taskset, "-c", ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private static Set<Integer> allowed() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      String list = lines.filter(line -> line.startsWith(ALLOWED)).findFirst().orElseThrow().substring(ALLOWED.length());
      return Stream.of(list.strip().split(",")).flatMapToInt(Processors::range).boxed().collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw (OSError) new OSError("cpu_ids needs Linux").initCause(e);
    }
  }

  /** {@return the numbers of a range such as 0-3, or of one number} */
  private static IntStream range(String text) {
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    return IntStream.rangeClosed(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
  }
}

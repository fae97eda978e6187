package pythonic.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.TestGrading;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Reads jcstress's last results, in the working folder, and fails where jcstress itself is silent: on a test without a result,
 * because the machine has too few processors for its actors, and on a test of what is broken on purpose that did not show it.
 *
 * <p>Run after the tests: {@code java -cp jcstress.jar pythonic.jcstress.Verdict REGEX}, with the expression that chose them.
 */
public final class Verdict {

  private static final String BROKEN = "Broken";

  private Verdict() {}

  /**
   * Exits with 1 if something is missing, and says what.
   *
   * @param arguments the regular expression of the tests that were run
   */
  public static void main(String... arguments) throws IOException, ClassNotFoundException {
    Pattern chosen = Pattern.compile(arguments[0]);
    Set<String> silent = TestList.tests().stream().filter(chosen.asPredicate()).collect(Collectors.toCollection(TreeSet::new));
    Set<String> unseen = silent.stream().filter(Verdict::isBroken).collect(Collectors.toCollection(TreeSet::new));
    for (TestResult result : results()) {
      silent.remove(result.getName());
      if (TestGrading.grade(result).hasInteresting) {
        unseen.remove(result.getName());
      }
    }
    unseen.removeAll(silent);
    List<String> faults = new ArrayList<>();
    silent.forEach(test -> faults.add("no result of " + test));
    unseen.forEach(test -> faults.add("broken on purpose, and not seen: " + test));
    faults.forEach(System.err::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private static boolean isBroken(String test) {
    return test.substring(test.lastIndexOf('.') + 1).startsWith(BROKEN);
  }

  private static Collection<TestResult> results() throws IOException, ClassNotFoundException {
    Path last;
    try (Stream<Path> files = Files.list(Path.of(""))) {
      last = files.filter(file -> file.toString().endsWith(".bin.gz")).max(Comparator.naturalOrder()).orElseThrow();
    }
    var results = new InProcessCollector();
    var reader = new DiskReadCollector(last.toString(), results);
    reader.dump();
    reader.close();
    return results.getTestResults();
  }
}

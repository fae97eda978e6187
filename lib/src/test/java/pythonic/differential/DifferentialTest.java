package pythonic.differential;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.testing.CPython;

/**
 * The same random calls on Python's threads, queues and futures and on ours, with the same values, exceptions and messages.
 * By the seed each sequence is the same on every machine; {@code docs/architecture.md} says how to run more of them.
 */
final class DifferentialTest {

  private static final int SEQUENCES = Integer.getInteger("differential.sequences", 600);
  private static final long FIRST = Long.getLong("differential.first", 0);
  private static final int SEQUENCES_A_PROCESS = 2000;

  /** Queue.shutdown came with this version. */
  private static final int PYTHON = 13;

  private static final int RECORDED = 60;
  private static final Path RECORD = Path.of("src/test/resources/pythonic/differential/recorded.txt");

  /** With these the run is over: something is wrong. */
  private static final int DIFFERENCES_AT_MOST = 5;

  /** What callbacks raise is logged, as it should be, and of no interest here. */
  private final Logger logger = Logger.getLogger("concurrent.futures");

  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void randomCalls_areAnsweredAsPythonDoes() {
    Optional<PythonSide> python = CPython.find(PYTHON).map(PythonSide::new);
    List<String> differences = python.isPresent() ? withPython(python.get()) : withRecords();
    assertThat(differences).as(differences.size() + " differences").isEmpty();
  }

  @Test
  void recordedTraces_areWhatPythonPrints() throws IOException {
    List<Sequence> sequences = sequences(0, RECORDED);
    List<List<String>> recorded = recorded();
    Optional<PythonSide> python = CPython.find(PYTHON).map(PythonSide::new);
    if (python.isPresent()) {
      List<List<String>> traces = python.get().run(sequences);
      if (Boolean.getBoolean("differential.record")) {
        Files.writeString(RECORD, traces.stream().map(trace -> String.join("\n", trace) + "\n\n").collect(joining()));
        recorded = traces;
      }
      assertThat(recorded).as("recorded anew with -Ddifferential.record=true").isEqualTo(traces);
    }
    assertThat(recorded).hasSize(RECORDED);
  }

  private static List<String> withPython(PythonSide python) {
    var reports = new ArrayList<String>();
    try (var comparison = new Comparison(python)) {
      for (List<Long> seeds : Lists.partition(LongStream.range(FIRST, FIRST + SEQUENCES).boxed().toList(), SEQUENCES_A_PROCESS)) {
        List<Sequence> sequences = sequences(seeds.getFirst(), seeds.size());
        for (Difference difference : comparison.compare(sequences, DIFFERENCES_AT_MOST - reports.size())) {
          long seed = seeds.get(sequences.indexOf(difference.sequence()));
          reports.add(report(seed, comparison.shorten(difference)));
        }
        if (reports.size() == DIFFERENCES_AT_MOST) {
          break;
        }
      }
    }
    return reports;
  }

  private static List<String> withRecords() {
    List<List<String>> recorded = recorded();
    List<Sequence> sequences = sequences(0, recorded.size());
    try (var ours = new JavaSide()) {
      return IntStream.range(0, recorded.size())
          .mapToObj(i -> Difference.find(sequences.get(i), recorded.get(i), ours.run(sequences.get(i))).map(it -> report(i, it)))
          .flatMap(Optional::stream)
          .limit(DIFFERENCES_AT_MOST)
          .toList();
    }
  }

  private static List<List<String>> recorded() {
    return PythonSide.traces(PythonSide.resource("recorded.txt"));
  }

  private static List<Sequence> sequences(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(Generator::sequence).toList();
  }

  private static String report(long seed, Difference difference) {
    return "\nseed " + seed + ", again with -Dtest=DifferentialTest -Ddifferential.first=" + seed
        + " -Ddifferential.sequences=1, here made shorter:\n" + difference;
  }
}

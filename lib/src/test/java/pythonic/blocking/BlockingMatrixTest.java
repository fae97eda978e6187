package pythonic.blocking;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import pythonic.testing.CPython;

/**
 * Every blocking method, with every time-out, in every state, interrupted or not, by
 * platform threads and virtual ones. What comes of it stands in {@code matrix.txt}, and
 * is what CPython answers where one is installed. An interrupt is asked of no Python: {@link CellRun} has its one answer.
 */
final class BlockingMatrixTest {

  /** A change of these numbers is a change of what is promised. */
  private static final int CELLS = 1583;

  private static final int CASES = 12851;

  /** Most cases wait for a thread to start or to park: several together keep the processors busy. */
  private static final int AT_ONCE = 6;

  private static final int PYTHON = 13;

  private static final List<Cell> TABLE = Table.cells();

  private static final Map<String, Subject<?>> SUBJECTS =
      ImmutableMap.<String, Subject<?>>builder()
          .putAll(ThreadingSubjects.ALL)
          .putAll(ConditionSubjects.ALL)
          .putAll(QueueSubjects.ALL)
          .putAll(FutureSubjects.ALL)
          .putAll(ExecutorSubjects.ALL)
          .putAll(MultiprocessingSubjects.ALL)
          .buildOrThrow();

  /** A case and how it is run. */
  private record Case(String name, Executable run) {

    /** Begins at once; the test then asks what came of it. */
    DynamicTest startedOn(ExecutorService threads) {
      Future<Throwable> failure = threads.submit(this::failure);
      return DynamicTest.dynamicTest(
          name,
          () -> {
            Throwable thrown = failure.get();
            if (thrown != null) {
              throw thrown;
            }
          });
    }

    private @Nullable Throwable failure() {
      try {
        run.execute();
        return null;
      } catch (Throwable e) {
        return e;
      }
    }
  }

  @TestFactory
  Stream<DynamicContainer> everyCall_doesWhatTheTableSays() {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    return SUBJECTS.entrySet().stream()
        .map(it -> DynamicContainer.dynamicContainer(it.getKey(), cases(it.getKey(), it.getValue()).stream().map(one -> one.startedOn(threads)).toList()))
        .onClose(threads::close);
  }

  private static <S> List<Case> cases(String method, Subject<S> subject) {
    var cases = new ArrayList<Case>();
    for (Cell cell : TABLE.stream().filter(it -> it.method().equals(method)).toList()) {
      Supplier<Situation<S>> state = subject.states().get(cell.state());
      assertThat(state).as("%s", cell).isNotNull();
      for (Interruption interruption : interruptions(cell)) {
        String suffix = ", interrupted " + interruption + ": " + cell.ours();
        subject.forms().forEach((name, form) ->
            cases.add(new Case(cell + ", " + name + suffix, () -> CellRun.run(cell, form, state, interruption, false))));
        Form<S> first = subject.forms().values().iterator().next();
        cases.add(new Case(cell + ", virtual thread" + suffix, () -> CellRun.run(cell, first, state, interruption, true)));
      }
    }
    return cases;
  }

  /** A call that does not wait cannot be interrupted during its wait. */
  private static List<Interruption> interruptions(Cell cell) {
    return cell.ours().waits()
        ? List.of(Interruption.NONE, Interruption.BEFORE, Interruption.DURING)
        : List.of(Interruption.NONE, Interruption.BEFORE);
  }

  @Test
  void nothingIsLeftOut() {
    assertThat(TABLE).hasSize(CELLS).doesNotHaveDuplicates();
    assertThat(TABLE.stream().map(Cell::method).collect(toSet())).isEqualTo(SUBJECTS.keySet());
    assertThat(SUBJECTS.entrySet().stream().mapToInt(it -> cases(it.getKey(), it.getValue()).size()).sum()).isEqualTo(CASES);
  }

  @Test
  void theTable_isWhatPythonAnswers() throws IOException {
    List<Cell> asked = TABLE.stream().filter(cell -> !cell.pythons().isEmpty()).toList();
    Set<Outcome.Wait> kinds = TABLE.stream().map(cell -> cell.ours().until()).collect(toSet());
    assertThat(kinds).containsExactlyInAnyOrder(Outcome.Wait.values());
    Optional<CPython.Interpreter> python = CPython.find(PYTHON);
    if (python.isPresent()) {
      assertThat(answers(python.get(), asked)).isEqualTo(asked.stream().map(cell -> cell.question() + "\t" + cell.pythons()).toList());
    }
  }

  private static List<String> answers(CPython.Interpreter python, List<Cell> cells) throws IOException {
    Path questions = Files.createTempFile("cells", ".txt");
    try {
      Files.writeString(questions, cells.stream().map(cell -> cell.question() + "\n").collect(joining()));
      var result = python.run(Table.text("cells.py"), questions.toString());
      assertThat(result.err()).isEmpty();
      return Splitter.on('\n').omitEmptyStrings().splitToList(result.out());
    } finally {
      Files.delete(questions);
    }
  }
}

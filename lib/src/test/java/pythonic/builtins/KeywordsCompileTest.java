package pythonic.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A keyword that a call does not take is refused by the compiler, and the message names it. */
final class KeywordsCompileTest {

  private static List<Diagnostic<? extends JavaFileObject>> compile(String statement) {
    String source =
        """
        import static pythonic.builtins.Builtins.*;
        import static pythonic.builtins.Keywords.*;
        import pythonic.multiprocessing.Process;
        import pythonic.threading.*;
        import pythonic.threading.Thread;
        class Port {
          static void show(int i) {}
          static void main() { %s }
        }
        """
            .formatted(statement);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
    var task = (JavacTask) compiler.getTask(null, null, found, options, null, List.of(new Source(source)));
    try {
      task.analyze(); // checks all, writes nothing
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Port.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Thread(target(Port::show), args(1), daemon(true)).join(timeout(5));",
        "new Thread(daemon(true), args(1), target(Port::show), name(\"n\"));",
        "new Thread(null, target(Port::show), \"n\", args(1), daemon(true));",
        "new Thread(target(() -> {}), virtual(true)); new Timer(1, () -> {}, virtual(true));",
        "new Lock().acquire(blocking(true), timeout(1));",
        "new Lock().acquire(timeout(1), blocking(true));",
        "new Lock().acquire(true, timeout(1));",
        "new Process(target(Port::show), args(1));",
        "new Barrier(2, timeout(1)); new Barrier(parties(2), action(() -> {}));",
        "new Semaphore(value(2)); new Condition(lock(new Lock()));",
        "new Event().wait_(timeout(1));",
        "new Condition().notify_(n(2));",
        "new pythonic.multiprocessing.Pool(worker_state(() -> 1), worker_exit(() -> {}), task_timeout(5), worker_memory(1 << 30), cpu_ids(0, 1));",
        "new pythonic.concurrent.futures.ThreadPoolExecutor().map((Integer x) -> x, range(3), task_timeout(5), progress_bar(true));",
      })
  void keywordThatTheCallTakes_compiles(String statement) {
    assertThat(compile(statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Thread(maxsize(3));",
        "new Thread(target(Port::show), block(true));",
        "new Thread(block(true), target(Port::show));",
        "new Thread(target(Port::show)).join(block(true));",
        "new Lock().acquire(block(true));",
        "new Lock().acquire(true, daemon(true));",
        "new Process(target(Port::show), timeout(1));",
        "new Barrier(2, daemon(true));",
        "new Event().wait_(blocking(true));",
        "new Condition().notify_(timeout(2));",
      })
  void keywordThatTheCallDoesNotTake_isACompileErrorThatNamesBoth(String statement) {
    var errors = compile(statement);
    assertThat(errors).hasSize(1);
    String keyword = statement.replaceAll(".*[(, ](maxsize|block|daemon|timeout|blocking)\\(.*", "$1");
    String type = keyword.substring(0, 1).toUpperCase(Locale.ROOT) + keyword.substring(1);
    assertThat(errors.getFirst().getMessage(Locale.ROOT)).contains(type);
  }

  @Test
  void row56_initializerThatIsNotCallable_isACompileError() {
    assertThat(compile("new pythonic.concurrent.futures.ThreadPoolExecutor(initializer(5));")).hasSize(1);
    assertThat(compile("new pythonic.concurrent.futures.ThreadPoolExecutor(initializer(() -> {}));")).isEmpty();
  }

  @Test
  void theCompilerUsedHere_seesTheLibrary() {
    assertThat(compile("int x = \"not an int\";")).hasSize(1);
  }
}

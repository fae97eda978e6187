package pythonic.internal.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing names the plugin: the compiler finds it on its class path. */
final class MonitorCheckTest {

  private static List<String> errors(String members) throws IOException {
    String source = "import pythonic.threading.*; class Port { " + members + " }";
    var found = new DiagnosticCollector<JavaFileObject>();
    List<String> options = List.of("-cp", System.getProperty("java.class.path"));
    var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(new Source(source)));
    task.analyze();
    return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT)).toList();
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
  @CsvSource(delimiter = '|', value = {
    "void f(Event e) throws Exception { e.wait(); } | wait | Event | wait_",
    "void f(Event e) throws Exception { e.wait(1); } | wait | Event | wait_",
    "void f(Event e) throws Exception { e.wait(1, 2); } | wait | Event | wait_",
    "void f(Condition c) { c.notify(); } | notify | Condition | notify_",
    "void f(Condition c) { with(c, c::notifyAll); } void with(Condition c, Runnable r) {} | notifyAll | Condition | notify_all",
    "Runnable f(Condition c) { return () -> c.notifyAll(); } | notifyAll | Condition | notify_all",
    "<C extends Barrier & Runnable> void f(C c) throws Exception { c.wait(); } | wait | Barrier | wait_",
    "static class Mine extends Event { class In { void f() throws Exception { Mine.this.wait(); } } } | wait | Event | wait_",
    "static class Mine extends Event { void f() throws Exception { super.wait(); } } | wait | Event | wait_",
  })
  void monitorMethodOfOurTypes_isAnError_thatNamesOurs(String members, String method, String type, String ours) throws IOException {
    assertThat(errors(members)).singleElement().asString().isEqualTo(
        "%s() is the monitor's, which every object of Java has: of pythonic.threading.%s call %s()".formatted(method, type, ours));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "static class Mine extends pythonic.threading.Thread { @Override public void run() throws Exception { wait(); } } | wait | Thread | wait_",
    "void f(Event e) { e.notify(); } | notify | Event | notify_",
  })
  void monitorMethodThatTheTypeHasNoneOfItsOwnFor_isAnError_thatSaysSo(String members, String method, String type, String none) throws IOException {
    assertThat(errors(members)).singleElement().asString().isEqualTo(
        "%s() is the monitor's, which every object of Java has: pythonic.threading.%s has no %s()".formatted(method, type, none));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "void f(Event e) { e.wait_(1); }",
    "void f(Object o) throws Exception { synchronized (o) { o.wait(1); o.notifyAll(); } }",
    "void f(Event e) throws Exception { synchronized (e) { ((Object) e).wait(1); } }",
    "static class Mine extends Event { class In { void f() throws Exception { wait(); } } }",
    "void f(int[] a) { a.notify(); }",
    "void wait(Event e) {} void f(Event e) { wait(e); }",
  })
  void whatIsMeant_compiles(String members) throws IOException {
    assertThat(errors(members)).isEmpty();
  }

  @Test
  void aProgramWithErrorsOfItsOwn_keepsThem() throws IOException {
    assertThat(errors("void f() { nowhere.wait(); }")).singleElement().asString().contains("nowhere");
  }
}

package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.testing.Programs;

/** A program that is a module, and finds the library on the module path. */
final class ModulePathTest {

  /** With Guava's test library comes a module that requires what is not there. Nobody asks for it, so it is in nobody's way. */
  private static final List<String> NEEDED = List.of("guava-", "failureaccess-", "jspecify-");

  private static final String PROGRAM =
      """
      package app;

      import static pythonic.builtins.Builtins.*;
      import static pythonic.builtins.Keywords.*;
      import pythonic.multiprocessing.*;
      import pythonic.multiprocessing.Process;

      public class Main {
        record Point(int x, int y) implements java.io.Serializable {}

        static void show(Point point, int n) {
          print(point.x() + n, Main.class.getModule().getName(), Process.class.getModule().getName());
        }

        static void nested(Queue<Point> queue) {
          var p = new Process(target(Main::show), args(new Point(5, 4), 1));
          p.start();
          p.join();
          queue.put(new Point(7, 8));
        }

        static void run(Process process) {
          process.start();
          process.join();
        }

        public static void main(String[] arguments) {
          for (int i = 0; i < 3; i++) {
            run(new Process(target(Main::show), args(new Point(i, 1), 1)));
          }
          run(Multiprocessing.get_context("spawn").Process(target(n -> print("lambda", n)), args(1)));
          var queue = new Queue<Point>();
          run(new Process(target(Main::nested), args(queue)));
          print(queue.get().y());
        }
      }
      """;

  private static final String EXPECTED =
      "1 app.module pythonic\n2 app.module pythonic\n3 app.module pythonic\nlambda 1\n6 app.module pythonic\n8\n";

  @TempDir private static Path folder;

  private static final List<String> LIBRARIES = new ArrayList<>();

  @BeforeAll
  static void findLibraries() throws URISyntaxException {
    LIBRARIES.add(Path.of(Process.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    Splitter.on(File.pathSeparatorChar).splitToStream(System.getProperty("java.class.path"))
        .filter(entry -> NEEDED.stream().anyMatch(name -> Path.of(entry).getFileName().toString().startsWith(name)))
        .forEach(LIBRARIES::add);
  }

  private static void tool(String name, String... arguments) {
    var text = new StringWriter();
    var out = new PrintWriter(text);
    assertThat(ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments)).as(() -> text.toString()).isZero();
  }

  private static Path compile(String descriptor) throws IOException {
    Path sources = Files.createTempDirectory(folder, "sources");
    Path classes = Files.createTempDirectory(folder, "classes");
    Path main = Files.writeString(Files.createDirectory(sources.resolve("app")).resolve("Main.java"), PROGRAM);
    Path module = Files.writeString(sources.resolve("module-info.java"), descriptor);
    tool("javac", "-p", String.join(File.pathSeparator, LIBRARIES), "-d", classes.toString(), module.toString(), main.toString());
    return classes;
  }

  private static void assertRuns(Path module) {
    String path = module + File.pathSeparator + String.join(File.pathSeparator, LIBRARIES);
    var result = Programs.run(List.of("env", "XDG_CACHE_HOME=" + folder, Programs.java(), "-p", path, "-m", "app.module/app.Main"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(EXPECTED);
    assertThat(result.code()).isZero();
  }

  @Test
  void folderOnTheModulePath_childrenSparesAndGrandchildrenRun() throws IOException {
    assertRuns(compile("module app.module { requires pythonic; }"));
  }

  @Test
  void jarOnTheModulePath_thatOpensItsPackage_childrenRun() throws IOException {
    Path classes = compile("module app.module { requires pythonic; opens app; }");
    Path jar = folder.resolve("app.jar");
    tool("jar", "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
    assertRuns(jar);
  }
}

package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.testing.Programs;

/** Programs whose classes are only in memory: run from their source, and typed into jshell. */
final class WithoutClassFilesTest {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;

  private Programs.Result run(String name, String text, List<String> command) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    var whole = new ArrayList<>(command);
    whole.add(file.toString());
    return Programs.run(whole);
  }

  @Test
  void sourceLauncher_childrenAndSparesGetTheirClasses() throws IOException {
    var result =
        run(
            "Lesson.java",
            """
            import static pythonic.builtins.Builtins.*;
            import static pythonic.builtins.Keywords.*;
            import pythonic.multiprocessing.*;
            import pythonic.multiprocessing.Process;

            class Lesson {
              record Point(int x, int y) implements java.io.Serializable {}

              static void show(Point point) {
                print(point.x() + point.y(), Multiprocessing.current_process().name());
              }

              static void needsWhatTheChildDoesNot() {
                show(new Mirror().turned(new Point(4, 3)));
              }

              static void nested() {
                var p = new Process(target(Lesson::needsWhatTheChildDoesNot));
                p.start();
                p.join();
              }

              public static void main(String[] arguments) {
                for (int i = 0; i < 3; i++) {
                  var p = new Process(target(Lesson::show), args(new Point(i, 1)));
                  p.start();
                  p.join();
                }
                var p = new Process(target(Lesson::nested));
                p.start();
                p.join();
              }
            }

            class Mirror {
              Lesson.Point turned(Lesson.Point point) {
                return new Lesson.Point(point.y(), point.x());
              }
            }
            """,
            List.of(Programs.java(), "-cp", CLASS_PATH));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("1 Process-1\n2 Process-2\n3 Process-3\n7 Process-4:1\n");
  }

  @Test
  void sourceLauncher_objectsOfItsClassesArriveFromChildren() throws IOException {
    var result =
        run(
            "Lesson.java",
            """
            import static pythonic.builtins.Builtins.*;
            import static pythonic.builtins.Keywords.*;
            import pythonic.multiprocessing.*;
            import pythonic.multiprocessing.Process;
            import pythonic.multiprocessing.connection.Connection;

            class Lesson {
              record Point(int x, int y) implements java.io.Serializable {}

              static void work(Queue<Point> points, Connection connection) {
                points.put(new Point(1, 2));
                Point asked = (Point) connection.recv();
                connection.send(new Point(asked.y(), asked.x()));
              }

              public static void main(String[] arguments) {
                var points = new Queue<Point>();
                var pipe = new Pipe();
                var p = new Process(target(Lesson::work), args(points, pipe.conn2()));
                p.start();
                Point first = points.get();
                print(first.x(), first.y());
                pipe.conn1().send(new Point(3, 4));
                Point back = (Point) pipe.conn1().recv();
                print(back.x(), back.y());
                p.join();
              }
            }
            """,
            List.of(Programs.java(), "-cp", CLASS_PATH));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("1 2\n4 3\n");
  }

  @Test
  void jshell_showsWhatChildrenPrint() throws IOException {
    var result =
        run(
            "lesson.jsh",
            """
            import static pythonic.builtins.Builtins.*;
            import static pythonic.builtins.Keywords.*;
            import pythonic.multiprocessing.*;
            void hello(int n) { print("hello", n, Multiprocessing.current_process().name()); }
            var p = new pythonic.multiprocessing.Process(target((Integer n) -> hello(n)), args(5))
            p.start(); p.join();
            print("joined", p.exitcode())
            void hello(int n) { print("changed", n); }
            for (int i = 0; i < 3; i++) { var q = new pythonic.multiprocessing.Process(target((Integer n) -> hello(n)), args(i)); q.start(); q.join(); }
            /exit
            """,
            List.of(Path.of(Programs.java()).resolveSibling("jshell").toString(), "-s", "--class-path", CLASS_PATH));
    assertThat(result.out().lines().filter(line -> !line.isBlank()))
        .containsExactly("hello 5 Process-1", "joined 0", "changed 0", "changed 1", "changed 2");
  }
}

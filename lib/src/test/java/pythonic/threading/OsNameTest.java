package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names in /proc are the threads'. On a system without /proc there is nothing to compare. */
class OsNameTest {

  private static final Path TASKS = Path.of("/proc/self/task");

  private final Event release = new Event();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void end() {
    release.set();
    threads.forEach(thread -> thread.join());
  }

  private Thread started(String name) {
    var begun = new Event();
    var thread = new Thread(name(name), target(() -> {
      begun.set();
      release.wait_();
    }));
    threads.add(thread);
    thread.start();
    begun.wait_();
    return thread;
  }

  /** What the system shows, or what is expected where it shows nothing. */
  private static String shown(long id, String otherwise) throws IOException {
    Path file = TASKS.resolve(id + "/comm");
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing() : otherwise;
  }

  private static String shown(Thread thread, String otherwise) throws IOException {
    Long id = thread.native_id();
    return shown(id == null ? 0 : id, otherwise);
  }

  @ParameterizedTest
  @CsvSource({
    "worker, worker",
    "exactly15bytes_, exactly15bytes_",
    "Thread-12 (worker), Thread-12 (work",
    "größe, größe",
    "äöüäöüäö, äöüäöüä",
    "日本語日本語, 日本語日本",
    "a日本語日本語, a日本語日",
    "bee 🐝🐝🐝🐝, bee 🐝🐝",
  })
  void start_name_isTheSystemsToo(String name, String shown) throws IOException {
    Thread thread = started(name);
    assertThat(shown(thread, shown)).isEqualTo(shown);
    assertThat(thread.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"second, second", "a longer name than 15, a longer name t", "ééééééééé, ééééééé"})
  void name_setByAnotherThread_isTheSystemsToo(String name, String shown) throws IOException {
    Thread thread = started("first");
    thread.name(name);
    assertThat(shown(thread, shown)).isEqualTo(shown);
  }

  @Test
  void name_setByTheThreadItself_isTheSystemsToo() {
    var seen = new ArrayList<String>();
    var thread = new Thread(name("first"), target(() -> {
      Threading.current_thread().name("zweiter Fädäöü");
      seen.add(shown(Threading.get_native_id(), "zweiter Fädä"));
    }));
    thread.start();
    thread.join();
    assertThat(seen).containsExactly("zweiter Fädä");
  }

  @Test
  void name_setWhileItStarts_isNotLost() throws IOException {
    for (int i = 0; i < 100; i++) {
      var thread = new Thread(name("early"), target(() -> release.wait_()));
      threads.add(thread);
      thread.start();
      thread.name("late-" + i);
      Long id = thread.native_id();
      assertThat(id).isNotNull();
    }
    for (int i = 0; i < 100; i++) {
      String expected = "late-" + i;
      Thread thread = threads.get(i);
      pythonic.testing.Threads.await(expected, () -> {
        try {
          return shown(thread, expected).equals(expected);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      });
    }
  }

  @Test
  void name_ofAVirtualThread_renamesNoThreadOfTheSystem() throws IOException {
    List<String> before = all();
    var thread = new Thread(name("virtual-ä"), virtual(true), target(() -> release.wait_()));
    threads.add(thread);
    thread.start();
    thread.name("virtual-ö");
    assertThat(all()).doesNotContain("virtual-ä", "virtual-ö");
    assertThat(before).doesNotContain("virtual-ä");
  }

  private static List<String> all() throws IOException {
    if (!Files.isDirectory(TASKS)) {
      return List.of();
    }
    var names = new ArrayList<String>();
    try (var tasks = Files.list(TASKS)) {
      for (Path task : tasks.toList()) {
        names.add(shown(Long.parseLong(task.getFileName().toString()), ""));
      }
    }
    return names;
  }
}

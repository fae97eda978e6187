package pythonic.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.input;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.file;
import static pythonic.builtins.Keywords.flush;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pythonic.builtins.EOFError;
import pythonic.builtins.SystemExit;

class SysTest {

  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @AfterEach
  void restore() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
    Sys.argv().clear();
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(Charset.defaultCharset())));
  }

  private PrintStream stream() {
    return new PrintStream(written, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void exit_raisesSystemExitWithTheCode() {
    assertThatThrownBy(Sys::exit).isInstanceOfSatisfying(SystemExit.class, e -> assertThat(e.code()).isNull());
    assertThatThrownBy(() -> Sys.exit(3)).isInstanceOfSatisfying(SystemExit.class, e -> assertThat(e.code()).isEqualTo(3));
  }

  @Test
  void stdin_lines_keepTheirBreaksAsInPython() {
    type("one\ntwo\r\n\nlast");
    assertThat(Sys.stdin().readline()).isEqualTo("one\n");
    assertThat(Sys.stdin().readlines()).containsExactly("two\n", "\n", "last");
    assertThat(Sys.stdin().readline()).isEmpty();
    assertThat(Sys.stdin().read()).isEmpty();
  }

  @Test
  void stdin_iteration_givesTheLinesLeft() {
    type("one\ntwo\nthree");
    assertThat(input()).isEqualTo("one");
    List<String> lines = new ArrayList<>();
    for (String line : Sys.stdin()) {
      lines.add(line);
    }
    assertThat(lines).containsExactly("two\n", "three");
    assertThatThrownBy(() -> input()).isInstanceOf(EOFError.class);
  }

  @Test
  void stdin_read_givesAllThatIsLeft() {
    type("one\ntwo\n");
    assertThat(Sys.stdin().read()).isEqualTo("one\ntwo\n");
  }

  @Test
  void stdout_write_countsCharacters() {
    System.setOut(stream());
    assertThat(Sys.stdout().write("h\u00e9llo\ud83d\ude00\n")).isEqualTo(7);
    Sys.stdout().writelines(List.of("a", "b\n"));
    Sys.stdout().flush();
    assertThat(text()).isEqualTo("h\u00e9llo\ud83d\ude00\nab\n");
  }

  @Test
  void stderr_isAFileForPrint() {
    System.setErr(stream());
    print("to", "stderr", file(Sys.stderr()), flush(true));
    Sys.stderr().append('c');
    Sys.stderr().append("def", 1, 2);
    assertThat(text()).isEqualTo("to stderr\nce");
  }

  @Test
  void argv_isTheProgramsToSet() {
    assertThat(Sys.argv()).isEmpty();
    Sys.argv().addAll(List.of("lesson", "arg"));
    assertThat(Sys.argv()).containsExactly("lesson", "arg");
  }

  @Test
  void constants_arePythons() {
    assertThat(Sys.maxsize).isEqualTo(9223372036854775807L);
    assertThat(Sys.platform()).isIn("linux", "darwin", "win32", "freebsd", "aix", "sunos");
  }
}

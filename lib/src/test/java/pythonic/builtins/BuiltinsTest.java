package pythonic.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.bool;
import static pythonic.builtins.Builtins.decode;
import static pythonic.builtins.Builtins.encode;
import static pythonic.builtins.Builtins.input;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.type_name;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.end;
import static pythonic.builtins.Keywords.file;
import static pythonic.builtins.Keywords.sep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;

final class BuiltinsTest {

  private static String printed(Runnable program) {
    PrintStream before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void print_writesValuesAsPython() {
    assertThat(printed(() -> print("a", 1, true, null, 5.0, List.of("x")))).isEqualTo("a 1 True None 5.0 ['x']\n");
    assertThat(printed(Builtins::print)).isEqualTo("\n");
    assertThat(printed(() -> print((Object[]) null))).isEqualTo("None\n");
    assertThat(printed(() -> print(1, 2, sep("-"), end("!")))).isEqualTo("1-2!");
    assertThat(printed(() -> print("ü €"))).isEqualTo("ü €\n");
  }

  @Test
  void print_toFile_writesThere() {
    var out = new StringBuilder();
    assertThat(printed(() -> print("x", file(out)))).isEmpty();
    assertThat(out).hasToString("x\n");
  }

  @Test
  void print_keywordItDoesNotTake_raisesTypeError() {
    assertThatThrownBy(() -> print("x", block(true)))
        .isInstanceOf(TypeError.class)
        .hasMessage("print() got an unexpected keyword argument 'block'");
  }

  @Test
  void print_fromManyThreads_linesArriveWhole() {
    String line = "0123456789".repeat(30);
    String all =
        printed(
            () -> {
              var helpers = new ArrayList<Threads.Helper<Void>>();
              for (int i = 0; i < 8; i++) {
                helpers.add(Threads.run(() -> range(200).forEach(n -> print(line))));
              }
              helpers.forEach(Threads.Helper::join);
            });
    assertThat(all.lines()).hasSize(1600).containsOnly(line);
  }

  @Test
  void input_readsLinesUntilEof() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("one\r\ntwo\n\nlast".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(input()).isEqualTo("one");
      assertThat(printed(() -> assertThat(input("? ")).isEqualTo("two"))).isEqualTo("? ");
      assertThat(input()).isEmpty();
      assertThat(input()).isEqualTo("last");
      assertThatThrownBy(Builtins::input).isInstanceOf(EOFError.class).hasMessage("EOF when reading a line");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void range_givesPythonsNumbers() {
    assertThat(range(3)).containsExactly(0, 1, 2);
    assertThat(range(2, 8, 3)).containsExactly(2, 5);
    assertThat(range(5, 0, -2)).containsExactly(5, 3, 1);
    assertThat(range(3, 3)).isEmpty();
    assertThat(range(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)).hasSize(3);
    assertThatThrownBy(() -> range(0, 1, 0)).isInstanceOf(ValueError.class).hasMessage("range() arg 3 must not be zero");
    assertThatThrownBy(() -> range(1).get(1)).isInstanceOf(IndexError.class).hasMessage("range object index out of range");
  }

  @Test
  void len_countsAsPython() {
    assertThat(len("a\ud83d\ude00")).isEqualTo(2);
    assertThat(len(List.of(1, 2))).isEqualTo(2);
    assertThat(len(Map.of())).isZero();
    assertThat(len(new byte[3])).isEqualTo(3);
    HasLen three = () -> 3;
    HasLen none = () -> 0;
    assertThat(len(three)).isEqualTo(3);
    assertThat(List.of(bool(three), bool(none))).containsExactly(true, false);
    assertThat(type_name(new Object() {})).matches("BuiltinsTest\\$\\d+");
    assertThatThrownBy(() -> len(5)).isInstanceOf(TypeError.class).hasMessage("object of type 'int' has no len()");
    assertThatThrownBy(() -> len(null)).isInstanceOf(TypeError.class).hasMessage("object of type 'NoneType' has no len()");
  }

  @Test
  void bool_isPythonsTruth() {
    assertThat(List.of(bool(null), bool(0), bool(0.0), bool(""), bool(List.of()), bool(Map.of()), bool(false))).containsOnly(false);
    assertThat(List.of(bool(1), bool(-1.5), bool("x"), bool(List.of(0)), bool(new Object()), bool(true))).containsOnly(true);
  }

  @Test
  void with_entersAndLeaves_alsoWhenTheBlockFails() {
    var events = new ArrayList<String>();
    var context =
        new ContextManager() {
          @Override
          public void enter() {
            events.add("enter");
          }

          @Override
          public void close() {
            events.add("exit");
          }
        };
    assertThatThrownBy(
            () -> {
              try (var same = with(context)) {
                assertThat(same).isSameAs(context);
                throw new ValueError("x");
              }
            })
        .isInstanceOf(ValueError.class);
    assertThat(events).containsExactly("enter", "exit");
  }

  @Test
  void encodeAndDecode_areStrictWithPythonsTexts() {
    assertThat(encode("ü")).containsExactly(0xc3, 0xbc);
    assertThat(decode(encode("中", "gbk"), "gbk")).isEqualTo("中");
    assertThatThrownBy(() -> decode(new byte[] {'a', (byte) 0xff}))
        .isInstanceOf(UnicodeDecodeError.class)
        .hasMessage("'utf-8' codec can't decode byte 0xff in position 1: invalid start byte");
    assertThatThrownBy(() -> decode(new byte[] {(byte) 0xc3}))
        .hasMessage("'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data");
    assertThatThrownBy(() -> decode(new byte[] {(byte) 0xc3, 'x'}))
        .hasMessage("'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte");
    assertThatThrownBy(() -> encode("aé", "ascii"))
        .isInstanceOf(UnicodeEncodeError.class)
        .hasMessage("'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)");
    assertThatThrownBy(() -> encode("aé\ud83d\ude00é", "latin-1")).hasMessage(
        "'latin-1' codec can't encode character '\\U0001f600' in position 2: ordinal not in range(256)");
    assertThatThrownBy(() -> encode("aé中b中", "ascii")).hasMessage(
        "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)");
    assertThatThrownBy(() -> encode("a", "nope")).isInstanceOf(LookupError.class).hasMessage("unknown encoding: nope");
  }

  @Test
  void roots_exceptionIsCaughtByJavasException_baseExceptionIsNot() {
    assertThat(Exception.class).isAssignableFrom(ValueError.class);
    assertThat(Exception.class.isAssignableFrom(SystemExit.class)).isFalse();
    assertThat(OSError.class).isAssignableFrom(TimeoutError.class);
  }
}

package pythonic.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Keywords.args;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.builtins.functions.Procedure0;
import pythonic.testing.CPython;

/** Each value stands beside the Python expression for it and Python's repr and str of that. */
final class RepresentationTest {

  record Row(@Nullable Object value, String python, String repr, String str) {
    @Override
    public String toString() {
      return python;
    }
  }

  private static Row row(@Nullable Object value, String python, String repr) {
    return new Row(value, python, repr, repr);
  }

  private static Row text(String value, String python, String repr) {
    return new Row(value, python, repr, value);
  }

  static Stream<Row> rows() {
    var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    dict.put("k", true);
    dict.put(1, null);
    return Stream.of(
        row(null, "None", "None"),
        row(true, "True", "True"),
        row(7, "7", "7"),
        row(-7L, "-7", "-7"),
        row(new BigInteger("123456789012345678901234567890"), "10**29 + 23456789012345678901234567890", "123456789012345678901234567890"),
        row(5.0, "5.0", "5.0"),
        row(-0.0, "-0.0", "-0.0"),
        row(0.1, "0.1", "0.1"),
        row(1e16, "1e16", "1e+16"),
        row(1e15, "1e15", "1000000000000000.0"),
        row(1.5e-5, "1.5e-5", "1.5e-05"),
        row(0.0001, "0.0001", "0.0001"),
        row(1.7976931348623157e308, "1.7976931348623157e308", "1.7976931348623157e+308"),
        row(4.9e-324, "5e-324", "5e-324"),
        row(2.0 / 3, "2/3", "0.6666666666666666"),
        row(Double.NaN, "float('nan')", "nan"),
        row(Double.NEGATIVE_INFINITY, "float('-inf')", "-inf"),
        text("abc", "'abc'", "'abc'"),
        text("it's", "\"it's\"", "\"it's\""),
        text("it's \"it\"", "'it\\'s \"it\"'", "'it\\'s \"it\"'"),
        text("a\\b\n\t\r\0\u007f", "'a\\\\b\\n\\t\\r\\0\\x7f'", "'a\\\\b\\n\\t\\r\\x00\\x7f'"),
        text("é\u00a0\u200b\ue000", "'\\xe9\\xa0\\u200b\\ue000'", "'é\\xa0\\u200b\\ue000'"),
        text("\ud83d\ude00", "'\\U0001f600'", "'\ud83d\ude00'"),
        row(new byte[] {97, 0, (byte) 0xff, '\''}, "b\"a\\0\\xff'\"", "b\"a\\x00\\xff'\""),
        row(new byte[] {'a', 'b', 'c'}, "b'abc'", "b'abc'"),
        row(List.of(1, "a"), "[1, 'a']", "[1, 'a']"),
        row(new int[] {1, 2}, "[1, 2]", "[1, 2]"),
        row(new @Nullable Object[] {null, 1.0}, "[None, 1.0]", "[None, 1.0]"),
        row(new ArrayList<>(), "[]", "[]"),
        row(Arrays.asList(null, List.of()), "[None, []]", "[None, []]"),
        row(dict, "{'k': True, 1: None}", "{'k': True, 1: None}"),
        row(Set.of(3), "{3}", "{3}"),
        row(Set.of(), "set()", "set()"),
        row(Map.of(), "{}", "{}"),
        row(args(1, "x"), "(1, 'x')", "(1, 'x')"),
        row(args("x"), "('x',)", "('x',)"),
        row(args(), "()", "()"),
        row(new Tuple<>(1, "x"), "(1, 'x')", "(1, 'x')"),
        row(new ValueError("a", 2).args(), "ValueError('a', 2).args", "('a', 2)"),
        row(Builtins.range(3), "range(3)", "range(0, 3)"),
        row(Builtins.range(3, 0, -1), "range(3, 0, -1)", "range(3, 0, -1)"),
        new Row(new ValueError("no"), "ValueError('no')", "ValueError('no')", "no"),
        new Row(new ValueError(), "ValueError()", "ValueError()", ""),
        new Row(new ValueError("a", 2), "ValueError('a', 2)", "ValueError('a', 2)", "('a', 2)"),
        new Row(new ValueError((Object) null), "ValueError(None)", "ValueError(None)", "None"),
        new Row(new KeyError("zz"), "KeyError('zz')", "KeyError('zz')", "'zz'"),
        new Row(new BrokenPipeError(32, "Broken pipe"), "OSError(32, 'Broken pipe')", "BrokenPipeError(32, 'Broken pipe')", "[Errno 32] Broken pipe"),
        new Row(new FileNotFoundError(2, "No such file", "nope"), "FileNotFoundError(2, 'No such file', 'nope')", "FileNotFoundError(2, 'No such file')", "[Errno 2] No such file: 'nope'"),
        new Row(new SystemExit(3), "SystemExit(3)", "SystemExit(3)", "3"),
        new Row(new KeyboardInterrupt(), "KeyboardInterrupt()", "KeyboardInterrupt()", ""));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void reprAndStr_arePythons(Row row) {
    assertThat(Builtins.repr(row.value())).isEqualTo(row.repr());
    assertThat(Builtins.str(row.value())).isEqualTo(row.str());
  }

  @Test
  void recordedTexts_areWhatCPythonPrints() {
    Optional<CPython.Interpreter> python = CPython.find(10);
    List<Row> rows = rows().toList();
    List<String> recorded = rows.stream().flatMap(row -> Stream.of(escaped(row.repr()), escaped(row.str()))).toList();
    if (python.isPresent()) {
      String script =
          rows.stream()
              .map(row -> "v = " + row.python() + "; print(ascii(repr(v))); print(ascii(str(v)))\n")
              .reduce("", String::concat);
      assertThat(python.get().run(script).out().lines().toList()).isEqualTo(recorded);
    } else {
      assertThat(recorded).hasSize(2 * rows.size());
    }
  }

  /** Python's ascii() of a string: its repr, with all that is not ASCII escaped. */
  private static String escaped(String text) {
    var out = new StringBuilder();
    Builtins.repr(text)
        .codePoints()
        .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c)));
    return out.toString();
  }

  @Test
  void typeName_isPythonsForJavasCounterparts() {
    Procedure0 function = () -> {};
    assertThat(Stream.of(1, 1L, 1.0, true, "a", new byte[0], List.of(), new int[0], Map.of(), Set.of(), args(), function, this)
            .map(Builtins::type_name))
        .containsExactly("int", "int", "float", "bool", "str", "bytes", "list", "list", "dict", "set", "tuple", "function", "RepresentationTest");
    assertThat(Builtins.type_name(null)).isEqualTo("NoneType");
  }
}

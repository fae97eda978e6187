package pythonic.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pythonic.testing.CPython;

/** Encodings and error handlers, beside CPython. */
final class TextCodecTest {

  private static final List<String> ENCODINGS = List.of("utf-8", "ASCII", "latin_1", "cp1252", "gbk", "utf-16", "utf-16-le", "koi8-r");
  private static final List<String> HANDLERS =
      List.of("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "nope");
  private static final List<String> TEXTS = List.of("plain", "aé", "中é中x", "a\ud83d\ude00b", "\udc80x\udcff", "a\ud800", "\udc80中");

  private static final List<String> BYTES =
      List.of("", "706c61696e20", "61c3a9", "ffc3", "e98061", "eda08061", "f09f98", "c0af", "f4908080", "8081", "61ff62ff");

  @Test
  void encodeAndDecode_areCPythons() {
    List<String> ours = ours();
    assertThat(ours).contains(
        "b'\\x80x\\xff'",
        "b'a&#128512;b'",
        "\"UnicodeDecodeError('utf-8', b'\\\\xe9\\\\x80a', 0, 2, 'invalid continuation byte')"
            + "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte\"",
        "\"UnicodeEncodeError('charmap', 'a\\U0001f600b', 1, 2, 'character maps to <undefined>')"
            + "'charmap' codec can't encode character '\\\\U0001f600' in position 1: character maps to <undefined>\"");
    Optional<CPython.Interpreter> python = CPython.find(10);
    if (python.isPresent()) {
      String script = String.format(
          """
          import sys
          encodings, handlers, texts, data = %s, %s, %s, %s
          def told(what):
              try: return ascii(what())
              except Exception as e: return ascii(repr(e) + str(e))
          for c in encodings:
              for h in handlers:
                  for t in texts:
                      if not (c.startswith('utf-16') and h == 'surrogatepass'): print(told(lambda: t.encode(c, h)))
                  for b in data:
                      if not c.startswith('utf-16') and c != 'gbk': print(told(lambda: bytes.fromhex(b).decode(c, h)))
          """,
          Builtins.repr(ENCODINGS), Builtins.repr(HANDLERS), Builtins.repr(TEXTS), Builtins.repr(BYTES));
      assertThat(ours).isEqualTo(python.get().run(script).out().lines().toList());
    }
  }

  private static List<String> ours() {
    var all = new ArrayList<String>();
    for (String encoding : ENCODINGS) {
      for (String handler : HANDLERS) {
        for (String text : TEXTS) {
          if (!(encoding.startsWith("utf-16") && handler.equals("surrogatepass"))) {
            all.add(told(() -> Builtins.encode(text, encoding, handler)));
          }
        }
        for (String hex : BYTES) {
          if (!encoding.startsWith("utf-16") && !encoding.equals("gbk")) {
            all.add(told(() -> Builtins.decode(HexFormat.of().parseHex(hex), encoding, handler)));
          }
        }
      }
    }
    return all;
  }

  private static String told(Supplier<Object> what) {
    try {
      return ascii(what.get());
    } catch (PythonException e) {
      return ascii(Builtins.repr(e) + Builtins.str(e));
    }
  }

  private static String ascii(Object value) {
    var text = new StringBuilder();
    Builtins.repr(value).codePoints()
        .forEach(c -> text.append(c < 0x80 ? Character.toString(c) : String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c)));
    return text.toString();
  }
}

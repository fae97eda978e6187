package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.bool;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.TypeError;
import pythonic.multiprocessing.Manager;

@NullUnmarked
final class DictProxyTest {

  private static Manager manager;

  @BeforeAll
  static void start() {
    manager = new Manager();
  }

  @AfterAll
  static void shutdown() {
    manager.close();
  }

  record Point(int x, String y) implements Serializable {}

  private static DictProxy<String, Object> abc() {
    var entries = new LinkedHashMap<String, Object>();
    entries.put("a", 1);
    entries.put("b", 2);
    entries.put("c", 3);
    return manager.dict(entries);
  }

  @Test
  void get_missing_givesNoneOrTheDefault() {
    DictProxy<String, Object> d = abc();
    assertThat(d.get("a")).isEqualTo(1);
    assertThat(d.get("zz")).isNull();
    assertThat(d.get("zz", 3)).isEqualTo(3);
    assertThat(d.getOrDefault("a", 3)).isEqualTo(1);
  }

  @Test
  void row119_missingKey_raisesKeyErrorWithPythonsText() {
    DictProxy<String, Object> d = abc();
    assertThatThrownBy(() -> d.getitem("zz")).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'");
    assertThatThrownBy(() -> d.pop("zz")).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'");
    assertThatThrownBy(() -> d.remove("no")).isExactlyInstanceOf(KeyError.class).hasMessage("'no'");
    assertThatThrownBy(() -> d.remove(null)).isExactlyInstanceOf(KeyError.class).hasMessage("None");
    assertThatThrownBy(() -> manager.dict().popitem())
        .isExactlyInstanceOf(KeyError.class)
        .hasMessage("'popitem(): dictionary is empty'");
  }

  @Test
  void row119_error_carriesTheStackOfTheCall() {
    DictProxy<String, Object> d = abc();
    assertThatThrownBy(() -> d.pop("zz"))
        .satisfies(e -> assertThat(e.getStackTrace()).anyMatch(f -> f.getClassName().startsWith(DictProxyTest.class.getName())))
        .satisfies(e -> assertThat(e.getSuppressed()[0].getMessage()).startsWith("\n\"\"\"\nTraceback"));
  }

  @Test
  void popAndPopitem_removeAndReturn() {
    DictProxy<String, Object> d = abc();
    assertThat(d.pop("b")).isEqualTo(2);
    assertThat(d.pop("b", 5)).isEqualTo(5);
    assertThat(repr(d.popitem())).isEqualTo("('c', 3)");
    assertThat(d.remove("a")).isEqualTo(1);
    assertThat(len(d)).isZero();
    assertThat(bool(d)).isFalse();
  }

  @Test
  void setdefault_setsWhatIsMissingOnly() {
    DictProxy<String, Object> d = abc();
    assertThat(d.setdefault("a", 9)).isEqualTo(1);
    assertThat(d.setdefault("q", 4)).isEqualTo(4);
    assertThat(d.setdefault("none")).isNull();
    assertThat(d.contains("none")).isTrue();
    assertThat(d.setdefault("none", 4)).isNull();
  }

  @Test
  void updateAndViews_keepTheOrderOfInsertion() {
    DictProxy<String, Object> d = abc();
    d.update(Map.of("z", 0));
    d.put("a", "changed");
    assertThat(d.keys()).containsExactly("a", "b", "c", "z");
    assertThat(d.values()).containsExactly("changed", 2, 3, 0);
    assertThat(repr(d.items())).isEqualTo("[('a', 'changed'), ('b', 2), ('c', 3), ('z', 0)]");
    assertThat(d.copy()).isEqualTo(d._getvalue()).containsEntry("z", 0);
    assertThat(new ArrayList<>(d.keySet())).containsExactly("a", "b", "c", "z");
    var seen = new ArrayList<String>();
    for (String key : d) {
      seen.add(key);
    }
    assertThat(seen).containsExactly("a", "b", "c", "z");
  }

  @Test
  void update_fromAProxyEvenItself_copiesItsEntries() {
    DictProxy<String, Object> d = abc();
    DictProxy<String, Object> other = manager.dict(Map.of("o", 1));
    d.update(other);
    d.putAll(d);
    assertThat(d.keys()).containsExactly("a", "b", "c", "o");
  }

  @Test
  void values_ofEveryKind_comeBackEqual() {
    DictProxy<Object, Object> d = manager.dict();
    var values = List.of(1, 2.5, "text", true, new Point(1, "p"), List.of(1, "a"), Map.of("k", 1));
    for (Object value : values) {
      d.put(value, value);
      assertThat(d.get(value)).isEqualTo(value);
    }
    d.put(null, null);
    assertThat(d.containsKey(null)).isTrue();
    assertThat(d.size()).isEqualTo(values.size() + 1);
    assertThat(d.containsValue(new Point(1, "p"))).isTrue();
    d.clear();
    assertThat(d.isEmpty()).isTrue();
  }

  @Test
  void row118_nestedMutation_isLostUnlessTheNestedIsAProxy() {
    DictProxy<String, Object> d = manager.dict();
    d.put("a", new ArrayList<>());
    @SuppressWarnings("unchecked")
    var copy = (List<Object>) d.get("a");
    copy.add(1);
    assertThat(d.get("a")).isEqualTo(List.of());

    ListProxy<Object> list = manager.list();
    d.put("l", list);
    @SuppressWarnings("unchecked")
    var nested = (ListProxy<Object>) d.get("l");
    nested.append(1);
    assertThat(str(list)).isEqualTo("[1]");
    assertThat(str(d)).matches("\\{'a': \\[\\], 'l': <ListProxy object, typeid 'list' at 0x[0-9a-f]+>\\}");
  }

  @Test
  void row118_proxyOfItself_isShownByItsRepr() {
    DictProxy<String, Object> d = manager.dict();
    d.put("d", d);
    assertThat(str(d)).isEqualTo("{'d': " + repr(d) + "}");
  }

  @Test
  void row119_strIsOfTheDict_reprIsOfTheProxy() {
    DictProxy<String, Object> d = abc();
    assertThat(str(d)).isEqualTo("{'a': 1, 'b': 2, 'c': 3}");
    assertThat(repr(d)).isEqualTo(d.toString()).matches("<DictProxy object, typeid 'dict' at 0x[0-9a-f]+>");
    assertThat(str(List.of(d))).isEqualTo("[" + repr(d) + "]");
  }

  @Test
  void row119_equals_isIdentity() {
    DictProxy<String, Object> d = abc();
    assertThat(d.equals(d)).isTrue();
    assertThat(d.equals(d.copy())).isFalse();
    assertThat(d.hashCode()).isEqualTo(System.identityHashCode(d));
  }

  @Test
  void row119_unknownMethod_raisesRemoteError() {
    DictProxy<String, Object> d = abc();
    assertThatThrownBy(() -> d._callmethod("nope"))
        .isInstanceOf(RemoteError.class)
        .hasMessageStartingWith("\n" + "-".repeat(75) + "\nTraceback")
        .hasMessageContaining("AttributeError: method 'nope' of <class 'dict'> object is not in exposed=[")
        .hasMessageEndingWith("-".repeat(75));
  }

  @Test
  void callmethod_wrongNumberOfArguments_raisesTypeError() {
    assertThat(abc()._callmethod("__len__")).isEqualTo(3);
    assertThatThrownBy(() -> abc()._callmethod("get"))
        .isInstanceOf(TypeError.class)
        .hasMessage("get expected at least 1 argument, got 0");
  }

  @Test
  void put_whatCannotTravel_namesItAndSendsNothing() {
    DictProxy<String, Object> d = abc();
    assertThatThrownBy(() -> d.put("k", List.of(new ReentrantLock())))
        .isInstanceOf(TypeError.class)
        .hasMessage("cannot pickle 'ReentrantLock' object: args[1][0]: java.util.concurrent.locks.ReentrantLock");
    assertThat(d.size()).isEqualTo(3);
  }

  @Test
  void mapOfJava_mergeComputeAndKin_work() {
    DictProxy<String, Integer> d = manager.dict();
    assertThat(d.merge("n", 1, Integer::sum)).isEqualTo(1);
    assertThat(d.merge("n", 5, Integer::sum)).isEqualTo(6);
    assertThat(d.computeIfAbsent("m", String::length)).isEqualTo(1);
    assertThat(d.compute("m", (_, old) -> old == null ? 0 : old + 1)).isEqualTo(2);
    assertThat(d.putIfAbsent("m", 9)).isEqualTo(2);
    assertThat(d.replace("m", 3)).isEqualTo(2);
    assertThat(d.replace("m", 4, 5)).isFalse();
    assertThat(d.replace("m", 3, 5)).isTrue();
    assertThat(d.remove("m", 6)).isFalse();
    assertThat(d.remove("m", 5)).isTrue();
    d.replaceAll((_, value) -> value * 2);
    assertThat(d.copy()).isEqualTo(Map.of("n", 12));
  }

  @Test
  void entrySet_removeAndSetValue_writeThrough() {
    DictProxy<String, Object> d = abc();
    assertThat(d.entrySet()).hasSize(3).contains(Map.entry("a", 1));
    for (Map.Entry<String, Object> entry : d.entrySet()) {
      entry.setValue(entry.getKey() + "!");
    }
    Iterator<String> keys = d.keySet().iterator();
    keys.next();
    keys.remove();
    assertThatThrownBy(keys::remove).isInstanceOf(IllegalStateException.class);
    assertThat(d.copy()).isEqualTo(Map.of("b", "b!", "c", "c!"));
    assertThat(d.keySet().contains("b")).isTrue();
    d.entrySet().removeIf(entry -> entry.getKey().equals("b"));
    assertThat(d.keys()).containsExactly("c");
    d.keySet().clear();
    assertThat(d.isEmpty()).isTrue();
  }
}

package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.kwds;
import static pythonic.builtins.Keywords.nested;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.builtins.AttributeError;
import pythonic.builtins.IndexError;
import pythonic.builtins.KeyError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.internal.manager.OnServedManager;
import pythonic.multiprocessing.Manager;
import pythonic.queue.Empty;


/** Texts and errors are those of CPython 3.13, which was asked. */
@NullUnmarked
@ExtendWith(OnServedManager.class)
final class SyncTypesTest {

  private final SyncManager m = OnServedManager.manager();

  private static void assertShown(BaseProxy proxy, String name, String typeid, String text) {
    assertThat(repr(proxy)).matches("<" + name + " object, typeid '" + typeid + "' at 0x[0-9a-f]+>");
    assertThat(str(proxy)).matches(text);
  }

  @Test
  void row119_reprIsTheProxysAndStrIsTheObjects() {
    assertShown(m.Lock(), "AcquirerProxy", "Lock", "<unlocked _thread.lock object at 0x[0-9a-f]+>");
    assertShown(m.RLock(), "AcquirerProxy", "RLock", "<unlocked _thread.RLock object owner=0 count=0 at 0x[0-9a-f]+>");
    assertShown(m.Semaphore(), "AcquirerProxy", "Semaphore", "<threading.Semaphore at 0x[0-9a-f]+: value=1>");
    assertShown(m.BoundedSemaphore(), "AcquirerProxy", "BoundedSemaphore", "<threading.BoundedSemaphore at 0x[0-9a-f]+: value=1/1>");
    assertShown(
        m.Condition(), "ConditionProxy", "Condition", "<Condition\\(<unlocked _thread.RLock object owner=0 count=0 at 0x[0-9a-f]+>, 0\\)>");
    assertShown(m.Event(), "EventProxy", "Event", "<threading.Event at 0x[0-9a-f]+: unset>");
    assertShown(m.Barrier(2), "BarrierProxy", "Barrier", "<threading.Barrier at 0x[0-9a-f]+: waiters=0/2>");
    assertShown(m.Queue(), "AutoProxy\\[Queue\\]", "Queue", "<queue.Queue object at 0x[0-9a-f]+>");
    assertShown(m.JoinableQueue(), "AutoProxy\\[JoinableQueue\\]", "JoinableQueue", "<queue.Queue object at 0x[0-9a-f]+>");
    assertShown(m.Namespace(), "NamespaceProxy", "Namespace", "Namespace\\(\\)");
    assertShown(m.Value('i', 5), "ValueProxy", "Value", "Value\\('i', 5\\)");
    assertShown(m.Array('i', List.of(1, 2)), "ArrayProxy", "Array", "array\\('i', \\[1, 2\\]\\)");
    assertShown(m.dict(), "DictProxy", "dict", "\\{\\}");
    assertShown(m.list(), "ListProxy", "list", "\\[\\]");
    assertShown(m.set(), "SetProxy", "set", "set\\(\\)");
  }

  @Test
  void row119_errorsKeepTheirType() {
    assertThatThrownBy(() -> m.dict().getitem("zz")).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'");
    assertThatThrownBy(() -> m.Queue().get_nowait()).isExactlyInstanceOf(Empty.class).hasMessage("");
    assertThatThrownBy(() -> m.Lock().release()).isExactlyInstanceOf(RuntimeError.class).hasMessage("release unlocked lock");
    assertThatThrownBy(() -> m.RLock().release()).isExactlyInstanceOf(RuntimeError.class).hasMessage("cannot release un-acquired lock");
  }

  @Test
  void row119_equality_isIdentity() {
    ListProxy<Integer> list = m.list(List.of(1));
    assertThat(list.equals(List.of(1))).isFalse();
    assertThat(list.equals(m.list(List.of(1)))).isFalse();
  }

  @Test
  void row119_unknownMethod_isRemoteError() {
    assertThatThrownBy(() -> m.Event()._callmethod("nope"))
        .isExactlyInstanceOf(RemoteError.class)
        .hasMessageContaining("method 'nope' of <class 'Event'> object is not in exposed=");
  }

  @Test
  void row118_aCopyIsChangedInVain_aNestedProxyIsNot() {
    DictProxy<String, List<Integer>> d = m.dict();
    d.put("a", new ArrayList<>());
    d.get("a").add(1);
    assertThat(str(d)).isEqualTo("{'a': []}");
    d.put("l", m.list());
    d.get("l").add(1);
    assertThat(str(d.get("l"))).isEqualTo("[1]");
    assertThat(str(d)).matches("\\{'a': \\[\\], 'l': <ListProxy object, typeid 'list' at 0x[0-9a-f]+>\\}");
  }

  @Test
  void nestedManager_sharesWhatIsPutInside() {
    try (var manager = new Manager(nested(true))) {
      DictProxy<String, Object> d = manager.dict();
      d.put("a", new ArrayList<>(List.of(1, Map.of("k", new ArrayList<>()))));
      @SuppressWarnings("unchecked")
      var inner = (List<Object>) d.get("a");
      inner.add(2);
      @SuppressWarnings("unchecked")
      var deep = (Map<String, List<Object>>) inner.get(1);
      deep.get("k").add("deep");
      assertThat(inner).hasSize(3);
      @SuppressWarnings("unchecked")
      var again = (Map<String, List<Object>>) ((List<Object>) d.get("a")).get(1);
      assertThat(str(again.get("k"))).isEqualTo("['deep']");
    }
  }

  @Test
  void row120_namespace_underscoredNamesAreLocal() {
    NamespaceProxy ns = m.Namespace(kwds(Map.of("x", 1, "b", "q")));
    ns.set("_z", 5);
    assertThat(ns.get("_z")).isEqualTo(5);
    assertThat(str(ns)).isEqualTo("Namespace(b='q', x=1)");
    print(ns.get("x")); // the value is an argument of print, not taken for all of them
    assertThat(str(m.Namespace(kwds(Map.of("a", 1, "a1", 2, "_hidden", 3))))).isEqualTo("Namespace(a1=2, a=1)");
    ns.remove("_z");
    assertThatThrownBy(() -> ns.get("_z")).isExactlyInstanceOf(AttributeError.class).hasMessage("'NamespaceProxy' object has no attribute '_z'");
    assertThatThrownBy(() -> ns.remove("_z")).isExactlyInstanceOf(AttributeError.class);
  }

  @Test
  void row120_namespace_missingName_raisesAttributeError() {
    NamespaceProxy ns = m.Namespace();
    String text = "'Namespace' object has no attribute 'y'";
    assertThatThrownBy(() -> ns.get("y")).isExactlyInstanceOf(AttributeError.class).hasMessage(text);
    assertThatThrownBy(() -> ns.remove("y")).isExactlyInstanceOf(AttributeError.class).hasMessage(text);
    ns.set("y", null);
    assertThat(ns.get("y")).isNull();
    ns.remove("y");
    assertThatThrownBy(() -> ns.get("y")).isExactlyInstanceOf(AttributeError.class);
  }

  @Test
  void value_takesAnything_asInPython() {
    ValueProxy<Object> value = m.Value('i', 5);
    value.value(7);
    assertThat(value.value()).isEqualTo(7);
    value.set("x");
    assertThat(str(value)).isEqualTo("Value('i', 'x')");
  }

  @Test
  void array_checksIndexAndType() {
    ArrayProxy<Object> array = m.Array('i', List.of(1, 2, 3));
    assertThat(array.size()).isEqualTo(3);
    assertThat(array.get(-1)).isEqualTo(3);
    assertThat(array.get(0, 2)).containsExactly(1, 2);
    assertThatThrownBy(() -> array.get(5)).isExactlyInstanceOf(IndexError.class).hasMessage("array index out of range");
    assertThatThrownBy(() -> array.set(5, 1)).isExactlyInstanceOf(IndexError.class).hasMessage("array assignment index out of range");
    assertThatThrownBy(() -> array.set(0, "x"))
        .isExactlyInstanceOf(TypeError.class).hasMessage("'str' object cannot be interpreted as an integer");
    assertThatThrownBy(() -> array.set(0, 1L << 40)).isExactlyInstanceOf(OverflowError.class).hasMessage("signed integer is greater than maximum");
    assertThatThrownBy(() -> m.Array('z', List.of()))
        .isExactlyInstanceOf(RemoteError.class)
        .hasMessageContaining("ValueError: bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    assertThat(str(m.Array('d', List.of(1)))).isEqualTo("array('d', [1.0])");
  }

  @Test
  void set_isPythonsAndJavas() {
    SetProxy<Integer> set = m.set(List.of(1, 2));
    assertThat(set.add(2)).isFalse();
    assertThat(set.add(3)).isTrue();
    assertThat(set).containsExactlyInAnyOrder(1, 2, 3);
    assertThatThrownBy(() -> set.remove(9)).isExactlyInstanceOf(KeyError.class).hasMessage("9");
    set.discard(9);
    assertThat(set.union(List.of(9))).containsExactlyInAnyOrder(1, 2, 3, 9);
    assertThat(set.intersection(Set.of(3, 4))).containsExactly(3);
    assertThat(set.symmetric_difference(List.of(3, 4))).containsExactlyInAnyOrder(1, 2, 4);
    assertThat(set.issubset(List.of(1, 2, 3, 4)) && set.isdisjoint(List.of(7)) && !set.issuperset(List.of(7))).isTrue();
    set.clear();
    assertThatThrownBy(set::pop).isExactlyInstanceOf(KeyError.class).hasMessage("'pop from an empty set'");
  }
}

package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.bool;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pythonic.builtins.IndexError;
import pythonic.builtins.PythonException;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.Manager;

@NullUnmarked
final class ListProxyTest {

  private static Manager manager;

  @BeforeAll
  static void start() {
    manager = new Manager();
  }

  @AfterAll
  static void shutdown() {
    manager.close();
  }

  private static ListProxy<Object> list(Object... items) {
    return manager.list(Arrays.asList(items));
  }

  private static void assertRaises(Class<? extends PythonException> type, String message, Runnable call) {
    assertThatThrownBy(call::run).isExactlyInstanceOf(type).hasMessage(message);
  }

  @Test
  void appendExtendInsert_asPython() {
    ListProxy<Object> l = list(0, 1, 2);
    l.append("x");
    l.extend(List.of(5, 6));
    l.insert(-1, 7);
    l.insert(-99, "first");
    l.insert(99, "last");
    assertThat(str(l)).isEqualTo("['first', 0, 1, 2, 'x', 5, 7, 6, 'last']");
    assertThat(len(l)).isEqualTo(9);
  }

  @Test
  void extend_withItself_doublesIt() {
    ListProxy<Object> l = list(1, 2);
    l.extend(l);
    assertThat(l._getvalue()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void getSetRemove_negativeIndex_countsFromTheEnd() {
    ListProxy<Object> l = list(0, 1, 2);
    assertThat(l.get(-1)).isEqualTo(2);
    assertThat(l.set(-2, "one")).isEqualTo(1);
    assertThat(l.remove(-3)).isEqualTo(0);
    assertThat(str(l)).isEqualTo("['one', 2]");
  }

  @Test
  void row119_indexOutside_raisesIndexErrorWithPythonsText() {
    ListProxy<Object> l = list(0, 1, 2);
    assertRaises(IndexError.class, "list index out of range", () -> l.get(10));
    assertRaises(IndexError.class, "list index out of range", () -> l.get(-4));
    assertRaises(IndexError.class, "list assignment index out of range", () -> l.set(3, 0));
    assertRaises(IndexError.class, "list assignment index out of range", () -> l.remove(99));
    assertRaises(IndexError.class, "pop index out of range", () -> l.pop(10));
    assertRaises(IndexError.class, "pop from empty list", () -> list().pop());
  }

  @Test
  void pop_lastOrGiven() {
    ListProxy<Object> l = list(0, 1, 2);
    assertThat(l.pop()).isEqualTo(2);
    assertThat(l.pop(0)).isEqualTo(0);
    assertThat(l.pop(-1)).isEqualTo(1);
    assertThat(bool(l)).isFalse();
  }

  @Test
  void remove_byValue_takesTheFirstEqualOne() {
    ListProxy<Object> l = list(3, 1, 3, "s");
    assertThat(l.remove((Object) 3)).isTrue();
    assertThat(l.remove("s")).isTrue();
    assertThat(str(l)).isEqualTo("[1, 3]");
    assertRaises(ValueError.class, "list.remove(x): x not in list", () -> l.remove("s"));
  }

  @Test
  void indexAndCount_compareAsPython() {
    ListProxy<Object> l = list(0, 1, 2, 1);
    assertThat(l.index(1)).isEqualTo(1);
    assertThat(l.index(1, 2)).isEqualTo(3);
    assertThat(l.index(1.0, -2, 99)).isEqualTo(3);
    assertThat(l.count(1)).isEqualTo(2);
    assertThat(l.contains(2.0)).isTrue();
    assertThat(l.contains("2")).isFalse();
    assertRaises(ValueError.class, "99 is not in list", () -> l.index(99));
    assertRaises(ValueError.class, "1 is not in list", () -> l.index(1, 2, 3));
    assertThat(list("a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).contains(new byte[] {'a'})).isTrue();
  }

  @Test
  void sortAndReverse_changeTheList() {
    ListProxy<Object> l = list(3, 1.5, 2);
    l.sort();
    assertThat(str(l)).isEqualTo("[1.5, 2, 3]");
    l.reverse();
    assertThat(str(l)).isEqualTo("[3, 2, 1.5]");
    l.append("x");
    assertRaises(TypeError.class, "'<' not supported between instances of 'int' and 'str'", () -> list("x", 1).sort());
  }

  @Test
  void subList_isAPythonSlice() {
    ListProxy<Object> l = list(0, 1, 2, 3);
    assertThat(l.subList(1, 3)).containsExactly(1, 2);
    assertThat(l.subList(-2, 99)).containsExactly(2, 3);
    assertThat(l.subList(3, 1)).isEmpty();
    l.subList(0, 4).clear();
    assertThat(l).hasSize(4);
  }

  @Test
  void row119_strIsOfTheList_reprIsOfTheProxy_equalsIsIdentity() {
    ListProxy<Object> l = list(1, "a", null, true);
    assertThat(str(l)).isEqualTo("[1, 'a', None, True]");
    assertThat(repr(l)).matches("<ListProxy object, typeid 'list' at 0x[0-9a-f]+>");
    assertThat(list(1).equals(List.of(1))).isFalse();
    assertThat(l.equals(l)).isTrue();
  }

  @Test
  void listOfJava_itsMethods_work() {
    ListProxy<Object> l = list(5, 3, 4);
    assertThat(l.add(1)).isTrue();
    l.add(0, 9);
    assertThat(l.addAll(List.of(7, 7))).isTrue();
    assertThat(l.addAll(1, List.of(8))).isTrue();
    assertThat(new ArrayList<>(l)).containsExactly(9, 8, 5, 3, 4, 1, 7, 7);
    assertThat(l.indexOf(7)).isEqualTo(6);
    assertThat(l.lastIndexOf(7)).isEqualTo(7);
    assertThat(l.indexOf(99)).isEqualTo(-1);
    assertThat(l.containsAll(List.of(9, 8))).isTrue();
    assertThat(l.removeAll(List.of(7))).isTrue();
    assertThat(l.removeAll(List.of(7))).isFalse();
    assertThat(l.retainAll(List.of(9, 8, 5, 3))).isTrue();
    l.replaceAll(item -> (Integer) item * 10);
    l.sort(Comparator.comparing(item -> (Integer) item));
    assertThat(l.toArray(new Integer[0])).containsExactly(30, 50, 80, 90);
    assertThat(l.stream().mapToInt(item -> (Integer) item).sum()).isEqualTo(250);
    assertThat(l.getLast()).isEqualTo(90);
    assertThat(new ArrayList<>(l.reversed())).containsExactly(90, 80, 50, 30);
    assertThat(l.listIterator(1).next()).isEqualTo(50);
    assertThatThrownBy(() -> l.iterator().remove()).isInstanceOf(UnsupportedOperationException.class);
    l.clear();
    assertThat(l.isEmpty()).isTrue();
  }

  @Test
  void removeIf_whileOthersAppend_losesNothing() throws InterruptedException {
    ListProxy<Object> l = list();
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    l.append(i);
                  }
                });
    int rounds = 0;
    while (other.isAlive() || rounds == 0) {
      l.removeIf(item -> (Integer) item % 2 == 0);
      rounds++;
    }
    other.join();
    l.removeIf(item -> (Integer) item % 2 == 0);
    assertThat(l).hasSize(250).allMatch(item -> (Integer) item % 2 == 1);
  }
}

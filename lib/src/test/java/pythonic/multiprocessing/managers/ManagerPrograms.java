package pythonic.multiprocessing.managers;

import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.kwds;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.multiprocessing.Manager;

/** The programs of {@code programs.py} that are about containers, by their names; and what all of them use. */
@NullUnmarked
class ManagerPrograms {

  final List<String> out = new ArrayList<>();

  final void say(Object... values) {
    for (Object value : values) {
      out.add(str(value).replaceAll("0x[0-9a-f]+", "0x"));
    }
  }

  private static String told(Throwable e) {
    String text = str(e);
    if (e instanceof RemoteError) {
      text = Splitter.on('\n').splitToStream(text).filter(line -> line.matches("\\w+Error: .*")).findFirst().orElse(text).replaceAll(" in exposed=.*", "");
    }
    return e.getClass().getSimpleName() + ": " + text;
  }

  static String caught(Function0<?> f) {
    try {
      return repr(f.call());
    } catch (Exception e) {
      return told(e);
    }
  }

  static String doing(Procedure0 f) {
    return caught(() -> {
      f.call();
      return null;
    });
  }

  /** Python's tuple: key and value. */
  static String pair(Map.Entry<?, ?> entry) {
    return "(" + repr(entry.getKey()) + ", " + repr(entry.getValue()) + ")";
  }

  static String pairs(List<? extends Map.Entry<?, ?>> entries) {
    return "[" + String.join(", ", entries.stream().map(ManagerPrograms::pair).toList()) + "]";
  }

  void dict_calls(Manager m) {
    var first = new LinkedHashMap<String, Object>();
    first.put("a", 1);
    first.put("b", 2);
    DictProxy<String, Object> d = m.dict(first);
    say(d, len((Map<?, ?>) d), d.getitem("a"), d.get("b"), d.get("c"), d.get("c", 9), d.contains("a"), d.contains("z"));
    d.put("c", null);
    say(d.setdefault("c", 5), d.setdefault("e", 6), d.setdefault("f"), d.pop("e"), d.pop("e", 8), pair(d.popitem()));
    var more = new LinkedHashMap<String, Object>();
    more.put("x", List.of(1, 2));
    more.put("a", 0);
    d.update(more);
    var keys = new ArrayList<Object>();
    for (Object key : (Iterable<?>) d) {
      keys.add(key);
    }
    say(d.keys(), d.values(), pairs(d.items()), d.copy(), keys);
    d.remove("x");
    say(d);
    d.clear();
    say(d, d.size());
  }

  void dict_errors(Manager m) {
    DictProxy<Object, Object> d = m.dict();
    say(caught(() -> d.getitem("zz")), caught(() -> d.pop("zz")), caught(() -> d.remove(1)), caught(d::popitem));
    say(caught(() -> d._callmethod("nope")), caught(() -> d._callmethod("get")));
  }

  void dict_order(Manager m) {
    DictProxy<String, Integer> d = m.dict();
    for (String k : List.of("z", "a", "m")) {
      d.put(k, d.size());
    }
    d.put("z", 9);
    say(str(d), pair(d.popitem()), d);
  }

  void list_calls(Manager m) {
    ListProxy<Object> x = m.list(List.of(3, 1, 2));
    x.append(5);
    x.extend(List.of(7, 7));
    x.insert(1, 9);
    x.insert(-100, 0);
    say(str(x), x.size(), x.get(0), x.get(-1), x.subList(1, 3), x.pop(), x.pop(0), x.index(9), x.count(7), x.contains(9), x.contains(10));
    x.sort();
    x.reverse();
    x.set(0, "first");
    x.remove(1);
    x.remove((Object) 1);
    say(x, new ArrayList<>(x));
  }

  void list_errors(Manager m) {
    ListProxy<Object> x = m.list(List.of(1));
    say(caught(() -> x.get(5)), caught(() -> x.set(5, 1)), caught(() -> x.remove(5)), caught(() -> x.pop(5)));
    say(caught(() -> x.remove((Object) 9)), caught(() -> x.index(9)), caught(() -> m.list().pop()));
    x.append("a");
    say(doing(x::sort), x.equals(List.of(1, "a")), caught(() -> x._callmethod("nope")));
  }

  void list_of_numbers(Manager m) {
    ListProxy<Object> x = m.list(Arrays.asList(1, 2.5, true, null));
    say(x, x.index(1.0), x.count(1), x.contains(2.5), x.index(null));
  }

  @SuppressWarnings("unchecked")
  void nested_is_a_copy(Manager m) {
    DictProxy<String, Object> d = m.dict();
    d.put("a", new ArrayList<>());
    ((List<Object>) d.get("a")).add(1);
    say(d.get("a"));
    d.put("l", m.list());
    ((ListProxy<Object>) d.get("l")).append(1);
    say(new ArrayList<>((ListProxy<Object>) d.get("l")), str(d).substring(8).replaceFirst("^.*?Proxy", "Proxy"));
  }

  void namespaces(Manager m) {
    NamespaceProxy n = m.Namespace(kwds(Map.of("x", 1)));
    n.set("y", List.of(2));
    n.set("_local", 3);
    say(n.get("x"), n.get("y"), n.get("_local"), n);
    n.remove("x");
    say(caught(() -> n.get("x")), caught(() -> n.get("_other")), n);
  }

  void values(Manager m) {
    ValueProxy<Object> v = m.Value('i', 7);
    v.value((Integer) v.value() + 1);
    say(v, v.value(), v.get());
    v.set("text");
    say(v, repr(v));
  }

  void arrays(Manager m) {
    ArrayProxy<Object> a = m.Array('i', List.of(1, 2, 3));
    a.set(0, -5);
    say(a, a.size(), a.get(0), a.get(-1), a._getvalue(), caught(() -> a.get(7)), caught(() -> a.set(7, 1)));
    say(caught(() -> a.set(0, "x")), caught(() -> a.set(0, 1L << 40)), m.Array('d', List.of(1, 2.5)));
  }

  static List<BaseProxy> all_proxies(Manager m) {
    return List.of(m.dict(), m.list(), m.Namespace(), m.Value('i', 1), m.Array('i', List.of(1)), m.Queue(), m.JoinableQueue(), m.Lock(), m.RLock(),
        m.Semaphore(), m.BoundedSemaphore(), m.Condition(), m.Event(), m.Barrier(3), m.Pool(1));
  }

  void reprs(Manager m) {
    all_proxies(m).forEach(proxy -> say(repr(proxy)));
  }

  void strs(Manager m) {
    all_proxies(m).forEach(proxy -> say(str(proxy).replaceAll("_thread\\.|multiprocessing\\.", "")));
  }

  void tokens(Manager m) {
    DictProxy<Object, Object> d = m.dict();
    say(d._token().typeid(), d._token().address().equals(m.address()), repr(d._token()).replaceAll("'[^']*-[^']*'|id='.*'", "''"));
  }

  void wrong_makings(Manager m) {
    say(caught(() -> m.Semaphore(-1)), caught(() -> m.Barrier(0)), caught(() -> m.Array('z', List.of(1))), caught(() -> m.Array('i', List.of("a"))), caught(() -> m.Pool(0)));
  }
}

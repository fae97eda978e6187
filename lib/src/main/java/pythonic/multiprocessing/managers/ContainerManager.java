package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.socket.Address;

/** What a {@link SyncManager} makes that holds values. */
abstract sealed class ContainerManager extends BaseManager permits SyncManager {

  ContainerManager(ManagerKeyword... keywords) {
    super(keywords);
  }

  ContainerManager(Address address, ManagerKeyword... keywords) {
    super(address, keywords);
  }

  ContainerManager(String address, ManagerKeyword... keywords) {
    super(address, keywords);
  }

  /**
   * Makes an empty dict.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <K extends @Nullable Object, V extends @Nullable Object> DictProxy<K, V> dict() {
    return new DictProxy<>(token("dict"));
  }

  /**
   * Makes a dict.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @param entries what it holds at first, in this order
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   * @throws pythonic.builtins.TypeError if an entry cannot travel
   */
  public <K extends @Nullable Object, V extends @Nullable Object> DictProxy<K, V> dict(Map<? extends K, ? extends V> entries) {
    return new DictProxy<>(token("dict", Pairs.flat(entries)));
  }

  /**
   * Makes an empty list.
   *
   * @param <T> the type of the items
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> ListProxy<T> list() {
    return new ListProxy<>(token("list"));
  }

  /**
   * Makes a list.
   *
   * @param <T> the type of the items
   * @param items what it holds at first
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   * @throws pythonic.builtins.TypeError if an item cannot travel
   */
  public <T extends @Nullable Object> ListProxy<T> list(Iterable<? extends T> items) {
    var all = new ArrayList<@Nullable Object>();
    items.forEach(all::add);
    return new ListProxy<>(token("list", all.toArray()));
  }

  /**
   * Makes an empty set. New in Python 3.14.
   *
   * @param <T> the type of the items
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> SetProxy<T> set() {
    return new SetProxy<>(token("set"));
  }

  /**
   * Makes a set. New in Python 3.14.
   *
   * @param <T> the type of the items
   * @param items what it holds at first
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> SetProxy<T> set(Iterable<? extends T> items) {
    SetProxy<T> set = set();
    set.update(items);
    return set;
  }

  /** {@return a proxy of names without values, yet} */
  public NamespaceProxy Namespace() {
    return new NamespaceProxy(token("Namespace"));
  }

  /**
   * {@return a proxy of names with values: Python's {@code Namespace(x=1)}}
   *
   * @param kwds the values by names
   */
  public NamespaceProxy Namespace(Kwds kwds) {
    return new NamespaceProxy(token("Namespace", Pairs.flat(kwds.values())));
  }

  /**
   * {@return a proxy of a value}
   *
   * @param <T> its type
   * @param typecode is only shown, as in Python
   * @param value the value
   */
  public <T extends @Nullable Object> ValueProxy<T> Value(char typecode, T value) {
    return new ValueProxy<>(token("Value", String.valueOf(typecode), value));
  }

  /**
   * {@return a proxy of Python's {@code array.array}}
   *
   * @param <T> the type of the items
   * @param typecode one of {@code b B u h H i I l L q Q f d}
   * @param sequence the items
   * @throws RemoteError if there is no such type, or an item is of another
   */
  public <T extends @Nullable Object> ArrayProxy<T> Array(char typecode, Iterable<? extends T> sequence) {
    var all = new ArrayList<@Nullable Object>();
    sequence.forEach(all::add);
    return new ArrayProxy<>(token("Array", String.valueOf(typecode), all.toArray()));
  }
}

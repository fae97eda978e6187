package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.manager.Manner;

/**
 * Stands for a dict in a manager's process. It keeps its keys in the order in which they came. {@code d[k]} is {@code
 * get(k)}, which gives null for a key that is not there; {@code del d[k]} is {@code remove(k)}.
 *
 * <p>It is a {@link ConcurrentMap}, so Java's {@code merge}, {@code compute} and kin are atomic for all processes. The
 * functions given to them run in the calling process, again if the value has changed meanwhile. Against the contract of
 * Map, {@link #remove(Object)} raises KeyError for a missing key, and {@code equals} is identity, as in Python.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.dict">Python:
 *     SyncManager.dict</a>
 */
public final class DictProxy<K extends @Nullable Object, V extends @Nullable Object> extends BaseProxy
    implements ConcurrentMap<K, V>, Iterable<K> {

  @Serial private static final long serialVersionUID = 1L;

  DictProxy(Token token) {
    super(token);
  }

  @Override
  final Manner manner() {
    return Manner.QUICK;
  }

  /** {@return how many keys it has} */
  @Override
  public int size() {
    return this.<Integer>call("__len__");
  }

  /** {@return whether it has no key} */
  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * {@return the value of a key, null if it is not there}
   *
   * @param key the key
   */
  @Override
  public @Nullable V get(@Nullable Object key) {
    return call("get", key);
  }

  /**
   * {@return the value of a key}
   *
   * @param key the key
   * @param otherwise what is returned if the key is not there
   */
  public V get(@Nullable Object key, V otherwise) {
    return call("get", key, otherwise);
  }

  /** As {@link #get(Object, Object)}. */
  @Override
  public V getOrDefault(@Nullable Object key, V otherwise) {
    return get(key, otherwise);
  }

  /**
   * {@return the value of a key: Python's {@code d[k]}}
   *
   * @param key the key
   * @throws pythonic.builtins.KeyError if it is not there
   */
  public V getitem(@Nullable Object key) {
    return call("__getitem__", key);
  }

  /**
   * Sets the value of a key: Python's {@code d[k] = v}.
   *
   * @param key the key
   * @param value the value
   * @return the value before, null if there was none
   * @throws pythonic.builtins.TypeError if one of them cannot travel
   */
  @Override
  public @Nullable V put(K key, V value) {
    return call("__setitem__", key, nested(value));
  }

  /**
   * Removes a key: Python's {@code del d[k]}.
   *
   * @param key the key
   * @return its value
   * @throws pythonic.builtins.KeyError if it is not there
   */
  @Override
  public V remove(@Nullable Object key) {
    return call("__delitem__", key);
  }

  /**
   * Removes a key.
   *
   * @param key the key
   * @return its value
   * @throws pythonic.builtins.KeyError if it is not there
   */
  public V pop(@Nullable Object key) {
    return call("pop", key);
  }

  /**
   * Removes a key, if it is there.
   *
   * @param key the key
   * @param otherwise what is returned if it is not there
   * @return its value
   */
  public V pop(@Nullable Object key, V otherwise) {
    return call("pop", key, otherwise);
  }

  /**
   * Removes the key that came last.
   *
   * @return the key and its value
   * @throws pythonic.builtins.KeyError if there is none
   */
  public Map.Entry<K, V> popitem() {
    return Pairs.<K, V>entries(call("popitem")).getFirst();
  }

  /**
   * {@return the value of a key, which is first set to None if the key is not there}
   *
   * @param key the key
   */
  public V setdefault(K key) {
    return call("setdefault", key);
  }

  /**
   * {@return the value of a key, which is first set if the key is not there}
   *
   * @param key the key
   * @param otherwise the value to set
   */
  public V setdefault(K key, V otherwise) {
    return call("setdefault", key, nested(otherwise));
  }

  /**
   * Sets the values of many keys at once.
   *
   * @param entries the keys and values; a proxy is copied first
   */
  public void update(Map<? extends K, ? extends V> entries) {
    call("update", new @Nullable Object[] {Nesting.pairs(_token(), entries)});
  }

  /** As {@link #update}. */
  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    update(entries);
  }

  /** Removes all keys. */
  @Override
  public void clear() {
    call("clear");
  }

  /**
   * {@return whether it has a key: Python's {@code k in d}}
   *
   * @param key the key
   */
  @Override
  public boolean containsKey(@Nullable Object key) {
    return this.<Boolean>call("__contains__", key);
  }

  /**
   * {@return whether it has a key: Python's {@code k in d}}
   *
   * @param key the key
   */
  public boolean contains(@Nullable Object key) {
    return containsKey(key);
  }

  /** {@return whether a key has this value} */
  @Override
  public boolean containsValue(@Nullable Object value) {
    return this.<Boolean>call("CONTAINS_VALUE", value);
  }

  /** {@return a list of the keys, a copy} */
  public List<K> keys() {
    return call("keys");
  }

  /** {@return a list of the values, a copy} */
  @Override
  public List<V> values() {
    return call("values");
  }

  /** {@return a list of the keys with their values, a copy} */
  public List<Map.Entry<K, V>> items() {
    return Pairs.entries(pairs());
  }

  /** {@return a plain map with the same entries} */
  public Map<K, V> copy() {
    return Pairs.map(pairs());
  }

  @Override
  public Map<K, V> _getvalue() {
    return copy();
  }

  private @Nullable Object[] pairs() {
    return call("PAIRS");
  }

  /** {@return the keys in turn, those of the moment of this call} */
  @Override
  public Iterator<K> iterator() {
    return keySet().iterator();
  }

  /** {@return the keys, a view of the dict; its iterators go over the keys of their first moment} */
  @Override
  public Set<K> keySet() {
    return new DictView<>(this, Map.Entry::getKey, this::containsKey);
  }

  /** {@return the entries, a view of the dict; its iterators go over the entries of their first moment} */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new DictView<>(this, entry -> entry, this::has);
  }

  private boolean has(@Nullable Object entry) {
    return entry instanceof Map.Entry<?, ?> pair && items().contains(pair);
  }

  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    return call("PUT_IF_ABSENT", key, nested(value));
  }

  @Override
  public boolean remove(@Nullable Object key, @Nullable Object value) {
    return this.<Boolean>call("REMOVE", key, value);
  }

  @Override
  public boolean replace(K key, V old, V value) {
    return this.<Boolean>call("REPLACE_OLD", key, old, nested(value));
  }

  @Override
  public @Nullable V replace(K key, V value) {
    return call("REPLACE", key, nested(value));
  }
}

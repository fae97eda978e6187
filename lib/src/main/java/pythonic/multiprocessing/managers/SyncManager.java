package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.multiprocessing.context.BaseContext;

/**
 * A manager that makes the objects of the language: dicts and lists.
 *
 * <p>What is put into them is copied there, and what is read is a copy: {@code d.get("a").add(1)} changes the copy
 * only. A proxy that is put into another stands for the shared object itself.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager">Python:
 *     multiprocessing.managers.SyncManager</a>
 */
public class SyncManager extends BaseManager {

  /** Makes a manager that is yet to be started. */
  public SyncManager() {}

  /**
   * Makes a manager whose process will be started in a context's way. Python's keyword {@code ctx}.
   *
   * @param ctx from {@code get_context}, None for the default
   */
  public SyncManager(@Nullable BaseContext ctx) {
    super(ctx);
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
    return new DictProxy<>(create("dict"));
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
    return new DictProxy<>(create("dict", Pairs.flat(entries)));
  }

  /**
   * Makes an empty list.
   *
   * @param <T> the type of the items
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> ListProxy<T> list() {
    return new ListProxy<>(create("list"));
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
    return new ListProxy<>(create("list", all.toArray()));
  }
}

package pythonic.multiprocessing.managers;

import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys or the entries of a dict. What is removed here, or set in an entry, is so in the dict. */
final class DictView<K extends @Nullable Object, V extends @Nullable Object, E extends @Nullable Object> extends AbstractSet<E> {

  private final DictProxy<K, V> dict;
  private final Function<Map.Entry<K, V>, E> part;
  private final Predicate<@Nullable Object> contains;

  DictView(DictProxy<K, V> dict, Function<Map.Entry<K, V>, E> part, Predicate<@Nullable Object> contains) {
    this.dict = dict;
    this.part = part;
    this.contains = contains;
  }

  @Override
  public int size() {
    return dict.size();
  }

  @Override
  public void clear() {
    dict.clear();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return contains.test(element);
  }

  @Override
  public Iterator<E> iterator() {
    return new Pass(dict.items().iterator());
  }

  private final class Pass implements Iterator<E> {
    private final Iterator<Map.Entry<K, V>> entries;
    private @Nullable Entry latest;

    Pass(Iterator<Map.Entry<K, V>> entries) {
      this.entries = entries;
    }

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public E next() {
      latest = new Entry(entries.next());
      return part.apply(latest);
    }

    @Override
    public void remove() {
      if (latest == null) {
        throw new IllegalStateException("nothing to remove");
      }
      dict.pop(latest.getKey(), latest.getValue()); // another process may have been faster
      latest = null;
    }
  }

  private final class Entry extends SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    Entry(Map.Entry<K, V> entry) {
      super(entry);
    }

    @Override
    public V setValue(V value) {
      dict.put(getKey(), value);
      return super.setValue(value);
    }
  }
}

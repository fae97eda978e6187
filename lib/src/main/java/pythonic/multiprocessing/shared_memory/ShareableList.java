package pythonic.multiprocessing.shared_memory;

import java.io.Serial;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.IndexError;
import pythonic.builtins.Keywords;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Name;

/**
 * A list of fixed length in a block of shared memory, in CPython's own layout. Its items are int (Integer or Long), float (Double),
 * bool, str, bytes and None; an item may become another, and a string one that is no longer than the room that the first one
 * took, a multiple of 8 bytes.
 *
 * <p>The layout has one int, of 64 bits. It is given back as an Integer where it fits into one, else as a Long, whichever was put
 * in: {@code (int) list.get(0)} fails only for a number that is no int, and {@code ((Number) list.get(0)).longValue()} never.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.ShareableList">Python:
 *     multiprocessing.shared_memory.ShareableList</a>
 */
public final class ShareableList extends AbstractList<@Nullable Object> implements RandomAccess, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final SharedMemory shm;
  private final transient Items items;

  /** An empty list in a new block. */
  public ShareableList() {
    this(List.of());
  }

  /**
   * A list in a new block.
   *
   * @param sequence the items
   * @throws pythonic.builtins.KeyError if an item is of another type
   * @throws pythonic.struct.Error if a whole number is more than 64 bits hold
   */
  public ShareableList(List<? extends @Nullable Object> sequence) {
    shm = new SharedMemory(null, true, Items.bytesFor(sequence));
    items = new Items(memory());
    items.fill(sequence);
  }

  /**
   * A list in a new block of a name.
   *
   * @param sequence the items
   * @param name the name of the block
   * @throws pythonic.builtins.FileExistsError if there is one of that name
   * @throws pythonic.builtins.KeyError if an item is of another type
   * @throws pythonic.struct.Error if a whole number is more than 64 bits hold
   */
  public ShareableList(List<? extends @Nullable Object> sequence, Name name) {
    shm = new SharedMemory(name, Keywords.create(true), Keywords.size(Items.bytesFor(sequence)));
    items = new Items(memory());
    items.fill(sequence);
  }

  /**
   * The list in a block that is there.
   *
   * @param name the name of the block
   * @throws pythonic.builtins.FileNotFoundError if there is none
   */
  public ShareableList(Name name) {
    this(new SharedMemory(name));
  }

  private ShareableList(SharedMemory shm) {
    this.shm = shm;
    items = new Items(memory());
  }

  private MemorySegment memory() {
    return Objects.requireNonNull(shm.buf(), "a block that was just opened").segment();
  }

  /** {@return the items, while the block is open} */
  private Items items() {
    if (shm.buf() == null) {
      throw new TypeError("a bytes-like object is required, not 'NoneType'");
    }
    return items;
  }

  /**
   * {@return an item}
   *
   * @param position from 0, or negative from the end
   * @throws IndexError if there is none
   * @throws TypeError if the block is closed
   */
  @Override
  public @Nullable Object get(int position) {
    return items().get(place(position, "index out of range"));
  }

  /**
   * Changes an item.
   *
   * @param position from 0, or negative from the end
   * @param value the new item
   * @return the item before
   * @throws IndexError if there is none
   * @throws ValueError if it is a string or bytes longer than the room for it
   * @throws pythonic.builtins.KeyError if it is of another type
   * @throws pythonic.struct.Error if it is a whole number that is more than 64 bits hold
   * @throws TypeError if the block is closed
   */
  @Override
  public @Nullable Object set(int position, @Nullable Object value) {
    int place = place(position, "assignment index out of range");
    Object before = items().get(place);
    items().set(place, value);
    return before;
  }

  private int place(int position, String otherwise) {
    int place = position < 0 ? position + size() : position;
    if (place < 0 || place >= size()) {
      throw new IndexError(otherwise);
    }
    return place;
  }

  @Override
  public int size() {
    return items().count();
  }

  /** {@return the items' formats, in the code of Python's {@code struct}} */
  public String format() {
    return items().format();
  }

  /** {@return the block that the list is in} */
  public SharedMemory shm() {
    return shm;
  }

  /** {@return whether an item equals a value, as numbers do whatever their types} */
  @Override
  public boolean contains(@Nullable Object value) {
    return stream().anyMatch(item -> Items.equal(item, value));
  }

  /** {@return how many items equal a value} */
  public int count(@Nullable Object value) {
    return (int) stream().filter(item -> Items.equal(item, value)).count();
  }

  /**
   * {@return the position of the first item that equals a value}
   *
   * @throws ValueError if there is none
   */
  public int index(@Nullable Object value) {
    for (int i = 0; i < size(); i++) {
      if (Items.equal(get(i), value)) {
        return i;
      }
    }
    throw new ValueError(Builtins.repr(value) + " not in this container");
  }

  /** {@return {@code ShareableList([1, 'a'], name='psm_bdb9e31c')}} */
  @Override
  public String toString() {
    return "ShareableList(" + Builtins.repr(new java.util.ArrayList<>(this)) + ", name=" + Builtins.repr(shm.name()) + ")";
  }

  @Serial
  private Object writeReplace() {
    return new Form(shm);
  }

  private record Form(SharedMemory shm) implements Serializable {

    @Serial
    private Object readResolve() {
      return new ShareableList(shm);
    }
  }
}

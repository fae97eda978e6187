package pythonic.multiprocessing.shared_memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.IndexError;
import pythonic.builtins.ValueError;

/**
 * The bytes of a block of shared memory, or of a part of it: what Python's {@code memoryview} is for {@code buf}. It is a list
 * of Integers from 0 to 255; whole parts are read and written as byte arrays, and {@link #segment()} reads and writes
 * any type without objects.
 */
public final class MemoryView extends AbstractList<Integer> implements RandomAccess {

  private final MemorySegment bytes;
  private final SharedMemory owner;
  private final @Nullable MemoryView whole;
  private final AtomicBoolean released = new AtomicBoolean();

  MemoryView(MemorySegment bytes, SharedMemory owner, @Nullable MemoryView whole) {
    this.bytes = bytes;
    this.owner = owner;
    this.whole = whole;
  }

  /** {@return the bytes for Java's own access} Not in Python. */
  public MemorySegment segment() {
    if (released.get() || owner.buf() == null) {
      throw new ValueError("operation forbidden on released memoryview object");
    }
    return bytes;
  }

  /**
   * {@return a byte, from 0 to 255}
   *
   * @param index from 0, or negative from the end
   * @throws IndexError if there is none
   */
  @Override
  public Integer get(int index) {
    return segment().get(ValueLayout.JAVA_BYTE, place(index)) & 0xff;
  }

  /**
   * Changes a byte.
   *
   * @param index from 0, or negative from the end
   * @param value from 0 to 255
   * @return the byte before
   * @throws IndexError if there is none
   * @throws ValueError if the value is no byte
   */
  @Override
  public Integer set(int index, Integer value) {
    Integer before = get(index);
    if (value < 0 || value > 255) {
      throw new ValueError("memoryview: invalid value for format 'B'");
    }
    segment().set(ValueLayout.JAVA_BYTE, place(index), value.byteValue());
    return before;
  }

  /**
   * {@return a copy of the bytes from start to before stop, Python's {@code bytes(buf[start:stop])}}
   *
   * @param start from 0, or negative from the end
   * @param stop from 0, or negative from the end; the length and above mean the end
   */
  public byte[] get(int start, int stop) {
    return part(start, stop).toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Changes the bytes from start to before stop, Python's {@code buf[start:stop] = value}.
   *
   * @param start from 0, or negative from the end
   * @param stop from 0, or negative from the end; the length and above mean the end
   * @param value as many bytes
   * @throws ValueError if they are more or less
   */
  public void set(int start, int stop, byte[] value) {
    MemorySegment part = part(start, stop);
    if (part.byteSize() != value.length) {
      throw new ValueError("memoryview assignment: lvalue and rvalue have different structures");
    }
    MemorySegment.copy(value, 0, part, ValueLayout.JAVA_BYTE, 0, value.length);
  }

  /**
   * {@return a view of the bytes from start to before stop} While it is not released, the block cannot be closed.
   *
   * @param start from 0, or negative from the end
   * @param stop from 0, or negative from the end; the length and above mean the end
   */
  public MemoryView slice(int start, int stop) {
    var slice = new MemoryView(part(start, stop), owner, this);
    owner.exported(1);
    return slice;
  }

  /** Ends the use of a view that {@link #slice} gave. */
  public void release() {
    if (whole != null && released.compareAndSet(false, true)) {
      owner.exported(-1);
    }
  }

  private MemorySegment part(int start, int stop) {
    int from = bound(start);
    return segment().asSlice(from, Math.max(0, bound(stop) - from));
  }

  private int bound(int index) {
    return Math.clamp(index < 0 ? index + size() : index, 0, size());
  }

  private long place(int index) {
    int from = index < 0 ? index + size() : index;
    if (from < 0 || from >= size()) {
      throw new IndexError("index out of bounds on dimension 1");
    }
    return from;
  }

  /** {@return how many bytes there are, at most what an int counts} */
  @Override
  public int size() {
    return (int) Math.min(segment().byteSize(), Integer.MAX_VALUE);
  }

  /** {@return {@code <memory at 0x...>}} */
  @Override
  public String toString() {
    return "<memory at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}

package pythonic.multiprocessing.shared_memory;

import java.io.Serial;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BufferError;
import pythonic.builtins.Builtins;
import pythonic.builtins.FileExistsError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Create;
import pythonic.builtins.keywords.Name;
import pythonic.builtins.keywords.SharedMemoryKeyword;
import pythonic.builtins.keywords.Size;
import pythonic.builtins.keywords.Track;
import pythonic.internal.calls.Given;
import pythonic.internal.sharedmemory.NamedMemory;

/**
 * A block of memory with a name. Any process of the same user uses it by the name; on Linux a CPython process too.
 * It is gone when it is unlinked, and at the latest when the process that made it has ended, however that ended; who
 * uses it then goes on with it. One that was made with {@code track(false)} stays until it is unlinked.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.shared_memory.html#multiprocessing.shared_memory.SharedMemory">Python:
 *     multiprocessing.shared_memory.SharedMemory</a>
 */
public final class SharedMemory implements AutoCloseable, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String name;
  private final transient NamedMemory memory;
  private final transient AtomicInteger exports = new AtomicInteger();
  private transient volatile @Nullable MemoryView buf;

  /**
   * The block of a name.
   *
   * @param name the name of a block that is there
   * @throws pythonic.builtins.FileNotFoundError if there is none
   */
  public SharedMemory(String name) {
    this(name, false, 0);
  }

  /**
   * A block, new or of a name.
   *
   * @param name the name; None for a new one of its own
   * @param create true to make it
   * @param size how many bytes, of one that is made
   * @throws ValueError if the size is not positive, or there is no name
   * @throws pythonic.builtins.OSError if the name has a {@code /} in it, or is too long
   * @throws FileExistsError if one is to be made and is there
   * @throws pythonic.builtins.FileNotFoundError if one is to be used and is not there
   */
  public SharedMemory(@Nullable String name, boolean create, long size) {
    this(name, create, size, true);
  }

  private SharedMemory(@Nullable String name, boolean create, long size, boolean track) {
    if (size < 0) {
      throw new ValueError("'size' must be a positive integer");
    }
    if (create && size == 0) {
      throw new ValueError("'size' must be a positive number different from zero");
    }
    if (name == null && !create) {
      throw new ValueError("'name' can only be None if create=True");
    }
    memory = name != null ? open(name, create, size, track) : makeUnnamed(size, track);
    this.name = memory.name();
    buf = new MemoryView(memory.bytes(), this, null);
  }

  /**
   * A block, new or of a name.
   *
   * @param name the name; None for a new one of its own
   * @param keywords {@code create}, by default false, {@code size}, by default 0, and {@code track}, by default true
   * @throws ValueError if the size is not positive, or there is no name
   * @throws TypeError if the name is given again
   * @throws pythonic.builtins.OSError if the name has a {@code /} in it, or is too long
   * @throws FileExistsError if one is to be made and is there
   * @throws pythonic.builtins.FileNotFoundError if one is to be used and is not there
   */
  public SharedMemory(@Nullable String name, SharedMemoryKeyword... keywords) {
    this(only(name, keywords), create(keywords), size(keywords), track(keywords));
  }

  /**
   * A block, new or of a name.
   *
   * @param keywords {@code name}, by default None, {@code create}, by default false, {@code size}, by default 0, and {@code track},
   *     by default true
   * @throws ValueError if the size is not positive, or there is no name
   * @throws pythonic.builtins.OSError if the name has a {@code /} in it, or is too long
   * @throws FileExistsError if one is to be made and is there
   * @throws pythonic.builtins.FileNotFoundError if one is to be used and is not there
   */
  public SharedMemory(SharedMemoryKeyword... keywords) {
    this(name(keywords), create(keywords), size(keywords), track(keywords));
  }

  private static NamedMemory open(String name, boolean create, long size, boolean track) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    return create ? NamedMemory.make(plain, size, track) : NamedMemory.find(plain);
  }

  private static NamedMemory makeUnnamed(long size, boolean track) {
    while (true) {
      try {
        return NamedMemory.make("psm_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()), size, track);
      } catch (FileExistsError e) {
        // by chance: another name
      }
    }
  }

  private static final String INIT = "SharedMemory.__init__";

  private static @Nullable String name(SharedMemoryKeyword[] keywords) {
    Name given = Given.find(INIT, keywords, Name.class);
    return given == null || given.value() == null ? null : Builtins.str(given.value());
  }

  private static @Nullable String only(@Nullable String name, SharedMemoryKeyword[] keywords) {
    if (Given.find(INIT, keywords, Name.class) != null) {
      throw new TypeError(INIT + "() got multiple values for argument 'name'");
    }
    return name;
  }

  private static boolean create(SharedMemoryKeyword[] keywords) {
    Create given = Given.find(INIT, keywords, Create.class);
    return given != null && given.value();
  }

  private static long size(SharedMemoryKeyword[] keywords) {
    Size given = Given.find(INIT, keywords, Size.class);
    return given == null ? 0 : given.bytes();
  }

  private static boolean track(SharedMemoryKeyword[] keywords) {
    Track given = Given.find(INIT, keywords, Track.class);
    return given == null || given.value();
  }

  /** {@return the bytes, null once the block is closed} */
  public @Nullable MemoryView buf() {
    return buf;
  }

  /** {@return the name, by which other processes use it} */
  public String name() {
    return name;
  }

  /** {@return how many bytes it has} */
  public long size() {
    return memory.bytes().byteSize();
  }

  void exported(int change) {
    exports.addAndGet(change);
  }

  /**
   * Ends the use of the block in this process. Twice is fine.
   *
   * @throws BufferError if a slice of it is not released
   */
  @Override
  public void close() {
    if (exports.get() > 0) {
      throw new BufferError("cannot close exported pointers exist");
    }
    buf = null;
    memory.close();
  }

  /**
   * Has the block gone when nobody uses it any more; the name is free at once.
   *
   * @throws pythonic.builtins.FileNotFoundError if it was unlinked before
   */
  public void unlink() {
    NamedMemory.unlink(name);
  }

  /** {@return {@code SharedMemory('psm_bdb9e31c', size=10)}} */
  @Override
  public String toString() {
    return "SharedMemory(" + Builtins.repr(name) + ", size=" + size() + ")";
  }

  @Serial
  private Object writeReplace() {
    return new Form(name);
  }

  private record Form(String name) implements Serializable {

    @Serial
    private Object readResolve() {
      return new SharedMemory(name);
    }
  }
}

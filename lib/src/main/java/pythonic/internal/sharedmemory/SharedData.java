package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.wire.Spawning;

/** Bytes that several processes read and write: in the heap if they are few, else in a file of their own. */
public final class SharedData {

  private static final long MOST_IN_HEAP = 1 << 16;
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Cleaner CLEANER = Cleaner.create();

  private final MemorySegment bytes;
  private final @Nullable Small small;
  private final @Nullable Path file;

  private SharedData(MemorySegment bytes, @Nullable Small small, @Nullable Path file) {
    this.bytes = bytes;
    this.small = small;
    this.file = file;
  }

  private static SharedData of(Small small, long size) {
    return new SharedData(small.memory.asSlice(small.offset + SharedObject.HEADER, size), small, null);
  }

  /**
   * So many bytes, zero at first, that begin at a multiple of 8.
   *
   * @throws pythonic.builtins.OSError if no memory is left
   */
  public static SharedData make(long size) {
    if (size <= MOST_IN_HEAP) {
      return of(SharedHeap.make(Kind.OTHER, size, Small::new), size);
    }
    Path file = SharedHeap.ownFolder().resolve("b" + NUMBERS.incrementAndGet());
    SharedData data = HeapFolder.deaf(new Mutex(), () -> map(file, size, true));
    CLEANER.register(data, () -> delete(file));
    return data;
  }

  private static SharedData map(Path file, long size, boolean create) throws IOException {
    var options = create
        ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
        : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, HeapFolder.only("rw-------"))) {
      if (create) {
        Reserve.zeros(channel, 0, size);
      }
      return new SharedData(channel.map(MapMode.READ_WRITE, 0, size, Arena.ofAuto()), null, file);
    } catch (IOException e) {
      if (create) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public MemorySegment bytes() {
    return bytes;
  }

  /**
   * {@return what travels to the child that is being started} The bytes live until that child has ended.
   *
   * @param type the name of the type in the error's text
   * @throws pythonic.builtins.RuntimeError if no child is being started by this thread
   */
  public DataHandle travel(String type) {
    Spawning.keep(type, this);
    return new DataHandle(small == null ? null : small.travel(type), String.valueOf(file), bytes.byteSize());
  }

  /** {@return the bytes that another process has sent} */
  public static SharedData of(DataHandle handle) {
    return handle.small == null
        ? HeapFolder.deaf(new Mutex(), () -> map(Path.of(handle.file), handle.size, false))
        : of(handle.small.resolve(Small::new), handle.size);
  }

  private static final class Small extends SharedObject {
    Small(Place place) {
      super(place);
    }
  }

  /** Bytes on their way to a child. */
  public static final class DataHandle implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final @Nullable Handle small;
    private final String file;
    private final long size;

    DataHandle(@Nullable Handle small, String file, long size) {
      this.small = small;
      this.file = file;
      this.size = size;
    }
  }
}

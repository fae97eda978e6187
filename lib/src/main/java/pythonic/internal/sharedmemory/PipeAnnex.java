package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/**
 * Room for the long messages of a pipe, in a file that is made when the first is sent. It has a few large slots; the
 * circle then carries a short chunk that names the slot. So a long message takes few hand-overs between two processes, and a pipe
 * without long messages little memory.
 *
 * <p>A slot has no state of its own that a killed process could leave wrong: its word says where in the circle the chunk
 * ends that names it. It is in use as long as that is sent and not received.
 *
 * <pre>
 *   word of a slot, beside head and tail:      <= head  the chunk was received: free
 *                                              <= tail  in use
 *                                              >  tail  its sender died before the chunk was seen: free
 * </pre>
 */
final class PipeAnnex {

  static final int SLOTS = 4;
  static final int SLOT_BYTES = 1 << 18;

  /** Of the words: after the number of the file whether it was made, then one for each slot. */
  private static final long MADE = Long.BYTES;
  private static final long ENDS = 2L * Long.BYTES;

  private static final AtomicLong IDS = new AtomicLong();

  private final MemorySegment words;
  private final long at;
  private final Path folder;

  /** The slots, once this process has used them: of two threads that map them at once, either mapping will do. */
  private volatile @Nullable MemorySegment slots;

  /** The annex whose words lie at an offset of a heap. */
  PipeAnnex(SharedHeap heap, long at) {
    this.words = heap.memory();
    this.at = at;
    this.folder = heap.folder();
  }

  /** Gives it an identity, and deletes its file when the owner is forgotten. Done by the process that makes the pipe. */
  void own(Object owner) {
    long id = IDS.incrementAndGet();
    Words.set(words, at, id);
    Path file = file();
    MemorySegment memory = words;
    long made = at + MADE;
    SharedHeap.CLEANER.register(owner, () -> {
      if (Words.get(memory, made) != 0) {
        RingFiles.delete(file);
      }
    });
  }

  private Path file() {
    return folder.resolve("a" + Words.get(words, at));
  }

  /** Makes it, unless it is there. The caller holds the lock for sending. {@return false if there is no memory for it} */
  boolean make() {
    if (slots != null) {
      return true;
    }
    if (Words.get(words, at + MADE) != 0) {
      open();
      return true;
    }
    return HeapFolder.deaf(new Mutex(), () -> {
      Path file = file();
      var options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      try (FileChannel channel = FileChannel.open(file, options, HeapFolder.only("rw-------"))) {
        Reserve.zeros(channel, 0, (long) SLOTS * SLOT_BYTES);
        slots = map(channel);
        Words.set(words, at + MADE, 1);
        return true;
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        RingFiles.delete(file);
        return false;
      }
    });
  }

  private MemorySegment open() {
    MemorySegment opened = HeapFolder.deaf(new Mutex(), () -> {
      try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return map(channel);
      }
    });
    slots = opened;
    return opened;
  }

  private static MemorySegment map(FileChannel channel) throws IOException {
    return channel.map(MapMode.READ_WRITE, 0, (long) SLOTS * SLOT_BYTES, Arena.ofAuto());
  }

  /** {@return a slot that is free, -1 if there is none} Asked with the lock for sending held, so the tail does not move. */
  int free(long head, long tail) {
    for (int i = 0; i < SLOTS; i++) {
      long end = Words.get(words, at + ENDS + (long) i * Long.BYTES);
      if (end <= head || end > tail) {
        return i;
      }
    }
    return -1;
  }

  /** Says where the chunk will end that names a slot. Comes before the bytes, and before the chunk is seen. */
  void use(int slot, long end) {
    Words.set(words, at + ENDS + (long) slot * Long.BYTES, end);
  }

  /** {@return the memory of all slots} */
  MemorySegment slots() {
    MemorySegment known = slots;
    return known != null ? known : open();
  }

  static long start(int slot) {
    return (long) slot * SLOT_BYTES;
  }
}

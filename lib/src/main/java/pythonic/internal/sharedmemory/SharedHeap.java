package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/**
 * Memory that a process shares with its descendants: small objects, the table of the processes that use them, and the
 * table of the threads that wait. The process that made the heap alone allocates in it; all may use what is there.
 */
public final class SharedHeap {

  private static final long SIZE = 32L << 20; // of address space; pages that nobody touches cost nothing
  private static final long MAGIC = 0x5059_5348_4d30_3031L;

  static final Cleaner CLEANER = Cleaner.create();
  private static final Mutex MAKING = new Mutex();
  private static final ConcurrentHashMap<Path, SharedHeap> HEAPS = new ConcurrentHashMap<>();
  private static final AtomicBoolean DELETED_AT_EXIT = new AtomicBoolean();

  /** Set when the parent has ended, before this process ends because of that, and never cleared. */
  private static volatile boolean orphan;

  /** Where this process allocates first: another of those that it has made, under {@link #MAKING}, when it is full. */
  private static volatile @Nullable SharedHeap own;

  private final Path folder;
  private final MemorySegment memory;
  private final Members members;
  private final WaitTable waits;
  private final @Nullable Allocator allocator;
  private final int self;

  /** One object here for each there, so that what a thread knows of a lock that it holds is in one place. */
  private final ConcurrentHashMap<Long, WeakReference<SharedObject>> objects = new ConcurrentHashMap<>();

  /**
   * The file, if this process has made it: it holds the system's lock on it as long as it lives. Were any other that it opens of that
   * file closed, the lock would be gone.
   */
  private final @Nullable RandomAccessFile locked;

  private SharedHeap(Path folder, MemorySegment memory, @Nullable RandomAccessFile locked) {
    this.folder = folder;
    this.memory = memory;
    this.locked = locked;
    allocator = locked == null ? null : new Allocator(memory, SIZE, (from, to) -> zeros(locked, from, to));
    members = new Members(memory);
    waits = new WaitTable(this);
    if (locked != null) {
      Words.set(memory, 0, MAGIC);
    } else if (Words.get(memory, 0) != MAGIC) {
      throw new IllegalStateException(folder + " is not shared memory of this version");
    }
    Recovery.ofPid(this, ProcessHandle.current().pid()); // an earlier process of the same number
    self = members.join();
    if (locked == null && Parent.hasEnded()) {
      // Whoever recovers the parent has looked for its children before this one was to be seen here, perhaps: nobody would recover it.
      members.remove(self);
      new OneShot().awaitUninterruptibly(); // it ends within half a second, and must hold nothing then
    }
  }

  private static SharedHeap create() throws IOException {
    deleteAtExit();
    Path folder = HeapFolder.create();
    try {
      Path path = Files.createFile(folder.resolve(HeapFolder.HEAP), HeapFolder.only("rw-------"));
      var file = new RandomAccessFile(path.toFile(), "rw");
      var _ = file.getChannel().tryLock();
      zeros(file, 0, Layout.SLOTS + Layout.SLOTS_AT_FIRST * Layout.SLOT_SIZE);
      var heap = new SharedHeap(folder, file.getChannel().map(MapMode.READ_WRITE, 0, SIZE, Arena.global()), file);
      Words.set(heap.memory, Layout.SLOTS_RESERVED, Layout.SLOTS_AT_FIRST);
      HEAPS.put(folder, heap);
      return heap;
    } catch (IOException e) {
      HeapFolder.delete(folder);
      throw e;
    }
  }

  /** Writes by a file that no interrupt closes. */
  private static void zeros(RandomAccessFile file, long from, long to) throws IOException {
    file.seek(from);
    file.write(new byte[(int) (to - from)]);
  }

  /** Has memory found for a slot, if it is the first one used of its page. */
  void reserveSlot(int index) {
    if (index >= Words.get(memory, Layout.SLOTS_RESERVED)) {
      long at = Slot.at(index) / Reserve.PAGE * Reserve.PAGE;
      var _ = HeapFolder.deaf(MAKING, () -> {
        if (locked != null) {
          zeros(locked, at + Layout.SLOT_UNUSED, at + Layout.SLOT_UNUSED + 1); // others may use the page already
        } else {
          try (var file = new RandomAccessFile(folder.resolve(HeapFolder.HEAP).toFile(), "rw")) {
            zeros(file, at + Layout.SLOT_UNUSED, at + Layout.SLOT_UNUSED + 1);
          }
        }
        return true;
      });
      Words.raiseTo(memory, Layout.SLOTS_RESERVED, (at + Reserve.PAGE - Layout.SLOTS) / Layout.SLOT_SIZE);
    }
  }

  /** {@return the heap in a folder that an ancestor of this process has made} */
  static SharedHeap attach(Path folder) {
    SharedHeap known = HEAPS.get(folder);
    return known != null ? known : HeapFolder.deaf(MAKING, () -> {
      SharedHeap heap = HEAPS.get(folder);
      if (heap == null) {
        deleteAtExit();
        try (FileChannel file = FileChannel.open(folder.resolve(HeapFolder.HEAP), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          heap = new SharedHeap(folder, file.map(MapMode.READ_WRITE, 0, SIZE, Arena.global()), null);
        }
        HEAPS.put(folder, heap);
      }
      return heap;
    });
  }

  /**
   * Makes an object in this process's heap: of a kind, with so many bytes after its header, zero at first.
   *
   * @throws pythonic.builtins.OSError if no memory is left
   */
  static <T extends SharedObject> T make(Kind kind, long bytes, Function<Place, T> type) {
    return HeapFolder.deaf(MAKING, () -> {
      SharedHeap heap = own;
      long offset = heap == null ? 0 : heap.allocate(kind, bytes);
      for (var earlier = HEAPS.values().iterator(); offset == 0 && earlier.hasNext(); ) { // what has been freed there meanwhile
        heap = earlier.next();
        offset = heap.allocate(kind, bytes);
      }
      if (heap == null || offset == 0) {
        heap = create();
        offset = heap.allocate(kind, bytes);
      }
      own = heap;
      T object = heap.object(offset, type);
      Allocator allocator = heap.allocator;
      long freed = offset;
      if (allocator != null) {
        CLEANER.register(object, () -> allocator.free(freed));
      }
      return object;
    });
  }

  private long allocate(Kind kind, long bytes) throws IOException {
    return allocator == null ? 0 : allocator.allocate(kind, bytes);
  }

  /** {@return the folder in which this process makes files of its own, beside its heap} */
  static Path ownFolder() {
    return HeapFolder.deaf(MAKING, () -> {
      SharedHeap heap = own;
      if (heap == null) {
        heap = create();
        own = heap;
      }
      return heap.folder;
    });
  }

  /** {@return the one object of this process for a place of the heap} */
  @SuppressWarnings("unchecked") // a place holds one kind, and each kind has one type
  <T extends SharedObject> T object(long offset, Function<Place, T> type) {
    var found = new AtomicReference<T>(); // holds it while only a weak reference does
    objects.compute(offset, (_, known) -> {
      T object = known == null ? null : (T) known.get();
      if (object == null) {
        object = type.apply(new Place(this, offset));
        found.set(object);
        return new WeakReference<>(object);
      }
      found.set(object);
      return known;
    });
    return found.get();
  }

  /**
   * Has what this process made deleted at its end, after what was told to {@link Lifecycle} later: so it is told before
   * children are started, which use it until they end.
   */
  public static void deleteAtExit() {
    if (DELETED_AT_EXIT.compareAndSet(false, true)) {
      Lifecycle.atExit(() -> HEAPS.forEach((folder, heap) -> {
        if (!orphan) { // who ends because of its parent does not exit by itself: it had no chance to give back what it holds
          heap.members.leave(heap.self);
        }
        heap.waits.close();
        if (heap.allocator != null) {
          HeapFolder.delete(folder);
        }
      }));
    }
  }

  /** A process has ended: what it held is free or abandoned, those that wait for it go on, and its files are gone. */
  public static void ended(long pid) {
    HEAPS.values().forEach(heap -> Recovery.ofPid(heap, pid));
    HeapFolder.sweep(pid);
  }

  /** The parent of this process has ended, and so does this one: files of whoever has ended are gone. */
  public static void orphaned() {
    orphan = true;
    for (Path folder : HEAPS.keySet()) {
      if (!Members.isAlive(HeapFolder.owner(folder))) {
        HeapFolder.delete(folder);
      }
    }
  }

  static Collection<SharedHeap> all() {
    return HEAPS.values();
  }

  Path folder() {
    return folder;
  }

  MemorySegment memory() {
    return memory;
  }

  Members members() {
    return members;
  }

  WaitTable waits() {
    return waits;
  }

  /** {@return this process's number among the members} */
  int self() {
    return self;
  }
}

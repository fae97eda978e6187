package pythonic.internal.sharedmemory;

import java.lang.foreign.MemorySegment;
import pythonic.builtins.RuntimeError;
import pythonic.internal.wire.Spawning;

/** This process's view of an object of a heap. There is one in a process for each object. */
public abstract class SharedObject {

  /** The bytes of the header, which says kind and size. */
  static final long HEADER = 8;

  final SharedHeap heap;
  final MemorySegment memory;
  final long offset;

  SharedObject(Place place) {
    heap = place.heap();
    memory = heap.memory();
    offset = place.offset();
  }

  /**
   * {@return what travels to the child that is being started} The object lives until that child has ended.
   *
   * @param type the name of the type in the error's text
   * @throws RuntimeError if no child is being started by this thread
   */
  public final Handle travel(String type) {
    Spawning.keep(type, this);
    return new Handle(new Place(heap, offset));
  }

  /** {@return what finds this in a child, for who keeps it until that has ended} */
  public final Handle handle() {
    return new Handle(new Place(heap, offset));
  }

  final long word(long at) {
    return Words.get(memory, offset + at);
  }

  final void word(long at, long value) {
    Words.set(memory, offset + at, value);
  }

  final boolean swap(long at, long expected, long value) {
    return Words.compareAndSet(memory, offset + at, expected, value);
  }
}

package pythonic.internal.sharedmemory;

import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.Function;

/** An object of a heap on its way to a child: the child finds the same object by it. */
public final class Handle implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String folder;
  private final long offset;

  Handle(Place place) {
    folder = place.heap().folder().toString();
    offset = place.offset();
  }

  private Handle(String folder, long offset) {
    this.folder = folder;
    this.offset = offset;
  }

  /** {@return the handle that {@link #data} told of} */
  public static Handle of(Object[] data) {
    return new Handle((String) data[0], (long) data[1]);
  }

  /** {@return this as plain data} */
  public Object[] data() {
    return new Object[] {folder, offset};
  }

  <T extends SharedObject> T resolve(Function<Place, T> type) {
    return SharedHeap.attach(Path.of(folder)).object(offset, type);
  }
}

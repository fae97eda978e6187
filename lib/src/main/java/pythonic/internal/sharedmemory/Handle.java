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

  <T extends SharedObject> T resolve(Function<Place, T> type) {
    return SharedHeap.attach(Path.of(folder)).object(offset, type);
  }
}

package pythonic.struct;

import java.nio.ByteBuffer;
import java.util.List;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;

/** Structs of one layout that lie one behind the other in a buffer. */
final class UnpackIterator implements Generator<List<Object>> {

  private final Layout layout;
  private final ByteBuffer buffer;
  private int at;

  UnpackIterator(Layout layout, ByteBuffer buffer) {
    if (layout.size() == 0) {
      throw new Error("cannot iteratively unpack with a struct of length 0");
    }
    if (buffer.limit() % layout.size() != 0) {
      throw new Error("iterative unpacking requires a buffer of a multiple of " + layout.size() + " bytes");
    }
    this.layout = layout;
    this.buffer = buffer;
  }

  @Override
  public boolean hasNext() {
    return at < buffer.limit();
  }

  @Override
  public List<Object> next() {
    if (!hasNext()) {
      throw new StopIteration();
    }
    var bytes = new byte[(int) layout.size()];
    buffer.get(at, bytes);
    List<Object> values = layout.read(bytes, 0);
    at += (int) layout.size();
    return values;
  }

  @Override
  public void close() {
    at = buffer.limit();
  }
}

package pythonic.socketserver;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A datagram as a file. Iteration gives its lines.
 *
 * @see <a href="https://docs.python.org/3/library/io.html#io.BytesIO">Python: io.BytesIO</a>
 */
public final class DatagramFile implements Iterable<byte[]> {

  private final byte[] data;
  private int position;

  DatagramFile(byte[] data) {
    this.data = data;
  }

  /** {@return all that is left} */
  public byte[] read() {
    return take(data.length - position);
  }

  /** {@return so many bytes, fewer at the end} A negative number is all. */
  public byte[] read(int size) {
    return take(size < 0 ? data.length - position : Math.min(size, data.length - position));
  }

  /** {@return the next line with its end; empty at the end of the datagram} */
  public byte[] readline() {
    int end = position;
    while (end < data.length && data[end] != '\n') {
      end++;
    }
    return take(Math.min(end + 1, data.length) - position);
  }

  private byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(data, position, position + count);
    position += count;
    return taken;
  }

  /** {@return the whole datagram} */
  public byte[] getvalue() {
    return data.clone();
  }

  /** {@return an iterator over the lines that are left, each with its end} */
  @Override
  public Iterator<byte[]> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return position < data.length;
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return readline();
      }
    };
  }
}

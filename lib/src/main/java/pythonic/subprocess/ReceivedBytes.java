package pythonic.subprocess;

import java.util.Arrays;

/** Bytes that were read and not yet asked for. */
final class ReceivedBytes implements Received<byte[]> {

  private static final int INITIAL = 256;

  private byte[] buffer = new byte[INITIAL];
  private int from;
  private int to;

  /** No end of line is before it. */
  private int searched;

  @Override
  public void add(byte[] bytes, int count) {
    if (to + count > buffer.length) {
      int kept = to - from;
      byte[] target = kept + count > buffer.length ? new byte[Math.max(kept + count, Math.multiplyExact(buffer.length, 2))] : buffer;
      System.arraycopy(buffer, from, target, 0, kept);
      buffer = target;
      searched -= from;
      from = 0;
      to = kept;
    }
    System.arraycopy(bytes, 0, buffer, to, count);
    to += count;
  }

  @Override
  public void end() {}

  @Override
  public int available() {
    return to - from;
  }

  @Override
  public int position(int count) {
    return count <= to - from ? count : -1;
  }

  @Override
  public int lineEnd() {
    for (searched = Math.max(searched, from); searched < to; searched++) {
      if (buffer[searched] == '\n') {
        return searched + 1 - from;
      }
    }
    return -1;
  }

  @Override
  public byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(buffer, from, from + count);
    from += count;
    return taken;
  }

  @Override
  public byte[] rest() {
    return take(available());
  }
}

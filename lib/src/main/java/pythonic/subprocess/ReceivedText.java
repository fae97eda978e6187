package pythonic.subprocess;

import com.google.common.primitives.Bytes;
import java.nio.ByteBuffer;
import pythonic.internal.text.TextCodec;

/** Text that was read and not yet asked for; its lines end as Python's do. */
final class ReceivedText implements Received<String> {

  private final TextForm form;
  private final TextCodec.Decoding decoding;
  private final StringBuilder text = new StringBuilder();

  /** Whether the text so far ended with a carriage return, which may be half an end of line. */
  private boolean isReturnHeld;

  ReceivedText(TextForm form) {
    this.form = form;
    this.decoding = form.decoding();
  }

  @Override
  public void add(byte[] bytes, int count) {
    decode(bytes, count, false);
  }

  @Override
  public void end() {
    decode(new byte[0], 0, true);
  }

  private void decode(byte[] bytes, int count, boolean isLast) {
    var decoded = new StringBuilder(isReturnHeld ? "\r" : "");
    isReturnHeld = false;
    decoding.decode(ByteBuffer.wrap(bytes, 0, count), isLast, decoded);
    if (!isLast && !decoded.isEmpty() && decoded.charAt(decoded.length() - 1) == '\r') {
      isReturnHeld = true;
      decoded.setLength(decoded.length() - 1);
    }
    text.append(TextForm.translate(decoded.toString()));
  }

  @Override
  public int available() {
    return text.length();
  }

  @Override
  public int position(int count) {
    return text.codePointCount(0, text.length()) >= count ? text.offsetByCodePoints(0, count) : -1;
  }

  @Override
  public int lineEnd() {
    int end = text.indexOf("\n");
    return end < 0 ? -1 : end + 1;
  }

  @Override
  public String take(int count) {
    String taken = text.substring(0, count);
    text.delete(0, count);
    return taken;
  }

  @Override
  public byte[] rest() {
    byte[] held = isReturnHeld ? form.written("\r") : new byte[0];
    byte[] rest = Bytes.concat(held, decoding.rest());
    isReturnHeld = false;
    return rest;
  }
}

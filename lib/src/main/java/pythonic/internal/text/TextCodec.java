package pythonic.internal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.LookupError;
import pythonic.builtins.UnicodeDecodeError;
import pythonic.internal.encodings.TextEncoding;

/** How text is written as bytes, as Python's {@code encoding} and {@code errors} say. */
public final class TextCodec {

  private final String encoding;
  private final String errors;
  private final Charset charset;

  /**
   * Text in an encoding.
   *
   * @param encoding null for UTF-8
   * @param errors null for strict
   * @throws LookupError if the encoding is unknown
   */
  public TextCodec(@Nullable String encoding, @Nullable String errors) {
    this.encoding = encoding == null ? "utf-8" : encoding;
    this.errors = errors == null ? "strict" : errors;
    TextEncoding known = TextEncoding.of(this.encoding);
    if (known == null) {
      throw new LookupError("unknown encoding: " + encoding);
    }
    this.charset = known.charset();
  }

  /** {@return the encoding's name as programs gave it} */
  public String encoding() {
    return encoding;
  }

  /** {@return text as bytes} */
  public byte[] encode(String text) {
    return Builtins.encode(text, encoding, errors);
  }

  /** {@return what decodes bytes that come in pieces} */
  public Decoding decoding() {
    return new Decoding();
  }

  /** Decodes bytes that come in pieces. */
  public final class Decoding {

    private final CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);

    /** The begin of a character whose rest has not come. */
    private byte[] begun = {};

    private Decoding() {}

    /** Adds what bytes stand for, after those that came before. */
    public void decode(ByteBuffer bytes, boolean isLast, StringBuilder text) {
      byte[] all = Arrays.copyOf(begun, begun.length + bytes.remaining());
      bytes.get(all, begun.length, bytes.remaining());
      var in = ByteBuffer.wrap(all);
      var out = CharBuffer.allocate((int) Math.ceil(all.length * (double) decoder.maxCharsPerByte()) + 16);
      for (CoderResult result = decoder.decode(in, out, isLast); result.isError(); result = decoder.decode(in, out, isLast)) {
        text.append(out.flip()).append(substitute(all, in.position(), result.length()));
        out.clear();
        in.position(in.position() + result.length());
      }
      if (isLast) {
        decoder.flush(out);
        decoder.reset();
      }
      text.append(out.flip());
      begun = Arrays.copyOfRange(all, in.position(), all.length);
    }

    /** {@return and forgets the begin of a character whose rest has not come} */
    public byte[] rest() {
      byte[] rest = begun;
      begun = new byte[0];
      decoder.reset();
      return rest;
    }
  }

  /** What is raised tells the place among all bytes. */
  private String substitute(byte[] bytes, int start, int length) {
    if (errors.equals("strict")) {
      return Builtins.decode(bytes, encoding);
    }
    try {
      return Builtins.decode(Arrays.copyOfRange(bytes, start, start + length), encoding, errors);
    } catch (UnicodeDecodeError e) {
      throw new UnicodeDecodeError(e.encoding(), bytes, start + e.start(), start + e.end(), e.reason());
    }
  }
}

package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.text.TextCodec;

/** What a file's content is: bytes or text. */
interface Form<T> {

  Lines<T> lines(Input input);

  int write(Output output, T data);

  String repr(int fd, String mode);

  /** Bytes as they are. */
  record Binary(boolean isBuffered) implements Form<byte[]> {

    @Override
    public Lines<byte[]> lines(Input input) {
      return new ByteLines(input);
    }

    @Override
    public int write(Output output, byte[] data) {
      return output.write(data, false);
    }

    @Override
    public String repr(int fd, String mode) {
      if (!isBuffered) {
        return "<socket.SocketIO name=" + fd + " mode=" + Builtins.repr(mode) + ">";
      }
      return "<_io.Buffered" + (mode.contains("r") ? mode.contains("w") ? "RWPair" : "Reader" : "Writer") + " name=" + fd + ">";
    }
  }

  /**
   * Characters.
   *
   * @param newline as of Python's open: an end of line, empty for all untranslated, null for all
   */
  record Text(TextCodec codec, @Nullable String newline, boolean byLine) implements Form<String> {

    @Override
    public Lines<String> lines(Input input) {
      return new TextLines(input, codec, newline);
    }

    @Override
    public int write(Output output, String data) {
      String translated = newline == null || newline.isEmpty() || newline.equals("\n") ? data : data.replace("\n", newline);
      output.write(codec.encode(translated), byLine && (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0));
      return data.codePointCount(0, data.length());
    }

    @Override
    public String repr(int fd, String mode) {
      return "<_io.TextIOWrapper name=" + fd + " mode=" + Builtins.repr(mode) + " encoding=" + Builtins.repr(codec.encoding()) + ">";
    }
  }
}

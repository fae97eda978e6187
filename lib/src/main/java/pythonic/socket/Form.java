package pythonic.socket;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.ValueError;
import pythonic.internal.text.TextCodec;

/** What a file's content is: bytes or text. */
interface Form<T> {

  String CLOSED = "I/O operation on closed file.";

  Lines<T> lines(Input input);

  int write(Output output, T data);

  String repr(SocketFile<?> file);

  /** {@return what is raised by a call that the file is closed for} */
  ValueError closed(String call);

  /** {@return what is raised by a call that goes the other way than the file} */
  UnsupportedOperation lacks(boolean reading);

  /** Bytes as they are. */
  record Binary(boolean isBuffered) implements Form<byte[]> {

    @Override
    public Lines<byte[]> lines(Input input) {
      return isBuffered ? new ByteLines(input) : new RawBytes(input);
    }

    @Override
    public int write(Output output, byte[] data) {
      return output.write(data);
    }

    @Override
    public String repr(SocketFile<?> file) {
      if (!isBuffered) {
        return "<socket.SocketIO object at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(file)) + ">";
      }
      String mode = file.mode();
      return "<_io.Buffered" + (mode.contains("r") ? mode.contains("w") ? "RWPair" : "Reader" : "Writer") + " name=" + file.name() + ">";
    }

    @Override
    public ValueError closed(String call) {
      return new ValueError(isBuffered ? call + " closed file" : CLOSED);
    }

    @Override
    public UnsupportedOperation lacks(boolean reading) {
      return new UnsupportedOperation(isBuffered ? reading ? "read" : "write" : "File or stream is not " + (reading ? "readable." : "writable."));
    }
  }

  /**
   * Characters.
   *
   * @param newline as of Python's open: an end of line, empty for all untranslated, null for all
   */
  record Text(TextCodec codec, @Nullable String newline) implements Form<String> {

    @Override
    public Lines<String> lines(Input input) {
      return new TextLines(input, codec, newline);
    }

    @Override
    public int write(Output output, String data) {
      String translated = newline == null || newline.isEmpty() || newline.equals("\n") ? data : data.replace("\n", newline);
      output.write(codec.encode(translated));
      return data.codePointCount(0, data.length());
    }

    @Override
    public String repr(SocketFile<?> file) {
      return "<_io.TextIOWrapper name=" + file.name() + " mode=" + Builtins.repr(file.mode()) + " encoding=" + Builtins.repr(codec.encoding()) + ">";
    }

    @Override
    public ValueError closed(String call) {
      return new ValueError(CLOSED);
    }

    @Override
    public UnsupportedOperation lacks(boolean reading) {
      return new UnsupportedOperation(reading ? "not readable" : "not writable");
    }
  }
}

package pythonic.internal.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard input and output. Always through {@link System#in} and {@link System#out}, so that a program or a test
 * that replaces them is respected, and without a buffer of its own on input, so that other readers lose nothing.
 */
public final class Console {

  private Console() {}

  /** Writes a text in one piece: one write to the stream, then a flush. */
  public static void write(String text) {
    write(System.out, text);
  }

  /** The same to any stream. */
  public static void write(PrintStream stream, String text) {
    byte[] bytes = text.getBytes(charset(stream.charset()));
    // PrintStream writes an array under its own lock, and other processes of the family are kept out by theirs.
    try (WriterLock.Held _ = WriterLock.acquire()) {
      stream.write(bytes, 0, bytes.length);
      stream.flush();
    }
  }

  /** {@return the next line without its line break, null at the end of the input} */
  public static @Nullable String readLine() {
    String line = readLineWithEnd();
    return line.isEmpty() ? null : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  /** {@return the next line with its line break as Python has it, {@code \n}, or without if it ends the input; empty at the end} */
  public static String readLineWithEnd() {
    var line = new ByteArrayOutputStream();
    try {
      int c = System.in.read();
      while (c >= 0 && c != '\n') {
        line.write(c);
        c = System.in.read();
      }
      if (c >= 0) {
        line.write(c);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = line.toString(charset(Charset.defaultCharset()));
    return text.endsWith("\r\n") ? text.substring(0, text.length() - 2) + "\n" : text;
  }

  /** In the C locale Java says ASCII; Python writes UTF-8 there, and so do we. */
  private static Charset charset(Charset stated) {
    return stated.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : stated;
  }
}

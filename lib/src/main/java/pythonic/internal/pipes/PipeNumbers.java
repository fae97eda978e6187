package pythonic.internal.pipes;

import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Mutex;

/**
 * The system's numbers of the two ends of a pipe, which the JDK keeps to itself. Linux shows the open files of a process and
 * whether each may block; the reading end of a pipe is the one that shows it when the pipe is told to block, and not to.
 *
 * @param source of the end that reads
 * @param sink of the end that writes
 */
record PipeNumbers(int source, int sink) {

  private static final Path FILES = Path.of("/proc/self/fd");
  private static final Path FACTS = Path.of("/proc/self/fdinfo");
  private static final int NONBLOCKING = 04000;
  private static final int OCTAL = 8;

  /** One at a time: another thread's changes would be mistaken for one's own. */
  private static final Mutex TURN = new Mutex();

  /** {@return the numbers of a fresh pipe, whose reading end blocks; null if they cannot be found} */
  static @Nullable PipeNumbers of(Pipe pipe) throws IOException {
    if (!Files.isDirectory(FILES)) {
      return null;
    }
    try (var _ = TURN.hold()) {
      Map<Integer, String> pipes = pipes();
      for (boolean blocking : new boolean[] {false, true, false, true}) {
        pipe.source().configureBlocking(blocking);
        pipes.keySet().removeIf(number -> !shows(number, blocking));
      }
      // Those that are left changed as often as ours, and when ours did: a foreign pipe does not, so there is one.
      return pipes.size() == 1 ? withSink(pipes.entrySet().iterator().next()) : null;
    }
  }

  private static @Nullable PipeNumbers withSink(Map.Entry<Integer, String> source) throws IOException {
    for (Map.Entry<Integer, String> other : pipes().entrySet()) {
      if (other.getValue().equals(source.getValue()) && !other.getKey().equals(source.getKey())) {
        return new PipeNumbers(source.getKey(), other.getKey());
      }
    }
    return null;
  }

  /** The pipes among the open files, by number: what a link to one says is the same at both ends, and nowhere else. */
  private static Map<Integer, String> pipes() throws IOException {
    var pipes = new HashMap<Integer, String>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FILES)) {
      for (Path file : files) {
        String link = link(file);
        if (link.startsWith("pipe:")) {
          pipes.put(Integer.parseInt(file.getFileName().toString()), link);
        }
      }
    }
    return pipes;
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) { // closed meanwhile
      return "";
    }
  }

  private static boolean shows(int number, boolean blocking) {
    try {
      for (String line : Files.readAllLines(FACTS.resolve(Integer.toString(number)))) {
        if (line.startsWith("flags:")) {
          int flags = Integer.parseInt(line.substring("flags:".length()).strip(), OCTAL);
          return ((flags & NONBLOCKING) == 0) == blocking;
        }
      }
    } catch (IOException e) {
      // closed meanwhile
    }
    return false;
  }
}

package pythonic.sys;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import pythonic.internal.console.Console;

/**
 * Standard input as text. Iteration gives its lines. It reads from {@link System#in} and keeps nothing back.
 *
 * @see <a href="https://docs.python.org/3/library/sys.html#sys.stdin">Python: sys.stdin</a>
 */
public final class TextInput implements Iterable<String> {

  TextInput() {}

  /** {@return the next line with its line break, which the last one may lack; empty at the end of the input} */
  public String readline() {
    return Console.readLineWithEnd();
  }

  /** {@return all lines that are left, with their line breaks} */
  public List<String> readlines() {
    return lines().toList();
  }

  /** {@return all that is left, empty at the end of the input} */
  public String read() {
    return String.join("", readlines());
  }

  /** {@return its number, 0} */
  public int fileno() {
    return 0;
  }

  /** {@return an iterator over the lines that are left, with their line breaks} */
  @Override
  public Iterator<String> iterator() {
    return lines().iterator();
  }

  private Stream<String> lines() {
    return Stream.generate(this::readline).takeWhile(line -> !line.isEmpty());
  }
}

package pythonic.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson: a Python script, its Java port, and what both print.
 *
 * @param number the number, two digits
 * @param title the one idea, as the first line of the files says it
 * @param script the Python script
 * @param port the Java port
 * @param expected the recorded output
 */
public record Lesson(String number, String title, Path script, Path port, Path expected) {

  private static final Pattern TITLE = Pattern.compile("\\A(?:#|//) Lesson (\\d\\d): (.+)");
  private static final Pattern NEEDS = Pattern.compile("(?m)^# Needs Python 3\\.(\\d+) or newer");
  private static final Pattern NEEDS_MODULE = Pattern.compile("(?m)^# Needs the Python module (\\w+)\\.$");
  private static final int OLDEST_PYTHON = 9;

  /** Reads the lesson of a Java port. */
  static Lesson of(Path port) {
    String name = port.getFileName().toString().replace(".java", "");
    Path script = port.resolveSibling(name.replace("Lesson", "lesson") + ".py");
    Path expected = port.resolveSibling("expected").resolve(name.replace("Lesson", "lesson") + ".txt");
    return new Lesson(name.replace("Lesson", ""), title(port), script, port, expected);
  }

  /** {@return the idea that the first line of a lesson's file names} */
  public static String title(Path file) {
    Matcher title = TITLE.matcher(text(file));
    if (!title.find() || !file.getFileName().toString().contains(title.group(1))) {
      throw new IllegalStateException(file + " does not begin with its number and title");
    }
    return title.group(2);
  }

  /** {@return the name of the class of the Java port} */
  String className() {
    return "Lesson" + number;
  }

  /** {@return the minor version of Python 3 that the script needs} */
  int neededPython() {
    Matcher needs = NEEDS.matcher(text(script));
    return needs.find() ? Integer.parseInt(needs.group(1)) : OLDEST_PYTHON;
  }

  /** {@return the module that the script needs and that does not come with Python, empty if there is none} */
  String neededModule() {
    Matcher needs = NEEDS_MODULE.matcher(text(script));
    return needs.find() ? needs.group(1) : "";
  }

  /** {@return the heading's text} */
  @Override
  public String toString() {
    return "Lesson " + number + ": " + title;
  }

  /** {@return the whole of a file} */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package pythonic.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lessons that there are, found beside the compiled classes: in {@code docs/lessons}. */
public final class Lessons {

  private static final Pattern PORT = Pattern.compile("Lesson\\d\\d\\.java");
  private static final Pattern ASKED = Pattern.compile("(?:lesson)?0*(\\d{1,9})(?:\\.py|\\.java)?");

  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  private Lessons() {}

  /** {@return the folder of the lessons} */
  public static Path folder() {
    try {
      Path classes = Path.of(Lessons.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path at = classes; at != null; at = at.getParent()) {
        if (Files.exists(at.resolve("lessons").resolve("Lesson01.java"))) {
          return at.resolve("lessons");
        }
      }
      throw new IllegalStateException("no folder 'lessons' above " + classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return all lessons in order} */
  public static List<Lesson> all() {
    try (var files = Files.list(folder())) {
      return files
          .filter(file -> PORT.matcher(file.getFileName().toString()).matches())
          .sorted()
          .map(Lesson::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the lessons asked for, in the order asked}
   *
   * @param asked numbers such as {@code 5}, {@code 05} or {@code lesson05}; none or {@code all} for all
   * @throws IllegalArgumentException if one is unknown; the message lists what there is
   */
  static List<Lesson> named(String... asked) {
    List<Lesson> all = all();
    var named = new ArrayList<Lesson>();
    for (String word : SEPARATOR.split(String.join(" ", asked).strip(), -1)) {
      if (word.isEmpty() || word.equals("all")) {
        named.addAll(all);
      } else {
        named.add(named(word, all));
      }
    }
    return named;
  }

  private static Lesson named(String word, List<Lesson> all) {
    Matcher matcher = ASKED.matcher(word.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      for (Lesson lesson : all) {
        if (Integer.parseInt(lesson.number()) == number) {
          return lesson;
        }
      }
    }
    throw new IllegalArgumentException(
        "There is no lesson '" + word + "'. The lessons are:\n"
            + all.stream().map(lesson -> "  " + lesson.number() + "  " + lesson.title()).collect(Collectors.joining("\n")));
  }
}

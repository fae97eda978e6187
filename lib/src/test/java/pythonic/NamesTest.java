package pythonic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every name of Python's modules {@code threading} and {@code queue}, and those of {@code multiprocessing} that are about processes,
 * is there, by the table {@code names.tsv}, which was
 * read off CPython 3.13 by introspection. Left out of it are the synonyms {@code acquire_lock}, {@code release_lock} and
 * {@code locked_lock} of Lock, which Python does not document, and {@code Condition.notifyAll}: Java's Object has one.
 */
final class NamesTest {

  private static final Map<String, String> TAKEN_BY_JAVA = Map.of("wait", "wait_", "notify", "notify_", "__enter__", "enter",
      "switch", "switch_", "throw", "throw_", "__len__", "size", "__iter__", "iterator", "__contains__", "contains");

  record Name(String module, String name, String member, String kind) {}

  private static List<Name> table(String file) throws IOException {
    try (InputStream in = NamesTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(NamesTest::parse).toList();
    }
  }

  private static Name parse(String line) {
    List<String> cells = Splitter.on('\t').splitToList(line);
    return new Name(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  @Test
  void everyNameOfPythonIsThere() throws IOException {
    List<Name> names = table("names.tsv");
    assertThat(names).hasSizeGreaterThan(80);
    assertThat(names).filteredOn(name -> !isThere(name)).isEmpty();
  }

  /** Of {@code gevent} and {@code greenlet}, by the table {@code gevent-names.tsv}, which was read off gevent 22.10 and greenlet 2.0. */
  @Test
  void everyNameOfGeventIsThere() throws IOException {
    List<Name> names = table("gevent-names.tsv");
    assertThat(names).hasSizeGreaterThan(130);
    assertThat(names).filteredOn(name -> !isThere(name)).isEmpty();
  }

  @Test
  void aNameThatIsNotPythons_isNotFound() {
    assertThat(isThere(new Name("gevent", "Greenlet", "relock", "method"))).isFalse();
    assertThat(isThere(new Name("gevent.queue", "SlowQueue", "", "class"))).isFalse();

    assertThat(isThere(new Name("threading", "Lock", "relock", "method"))).isFalse();
    assertThat(isThere(new Name("threading", "Monitor", "", "class"))).isFalse();
    assertThat(isThere(new Name("threading", "yield_now", "", "function"))).isFalse();
  }

  private static boolean isThere(Name name) {
    return switch (name.kind()) {
      case "class", "exception" -> type(name).isPresent();
      case "function", "constant" -> ofModule(name);
      default -> type(name).stream().anyMatch(type -> hasMember(type, TAKEN_BY_JAVA.getOrDefault(name.member(), name.member())));
    };
  }

  /** A class whose Python name is lower case is capitalised here. */
  private static Optional<Class<?>> type(Name name) {
    return publicTypes(name.module()).filter(type -> type.getSimpleName().equalsIgnoreCase(name.name())).findFirst();
  }

  /** What a module offers besides classes is static in the class named after the module. */
  private static boolean ofModule(Name name) {
    return publicTypes(name.module())
        .filter(type -> type.getSimpleName().equalsIgnoreCase(name.module().substring(name.module().lastIndexOf('.') + 1)))
        .anyMatch(type -> Stream.of(type.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers())).map(Method::getName).anyMatch(TAKEN_BY_JAVA.getOrDefault(name.name(), name.name())::equals)
            || Stream.of(type.getFields()).map(Field::getName).anyMatch(name.name()::equals));
  }

  private static boolean hasMember(Class<?> type, String member) {
    return Stream.of(type.getMethods()).map(Method::getName).anyMatch(member::equals);
  }

  private static Stream<Class<?>> publicTypes(String module) {
    try {
      Set<ClassPath.ClassInfo> types = ClassPath.from(NamesTest.class.getClassLoader()).getTopLevelClasses("pythonic." + module);
      return types.stream().<Class<?>>map(ClassPath.ClassInfo::load).filter(type -> Modifier.isPublic(type.getModifiers()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

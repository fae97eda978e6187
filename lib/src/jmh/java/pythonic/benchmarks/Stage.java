package pythonic.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/**
 * Where {@link Subject}s are measured: it runs our programs and CPython's, each in a process of its own, one at a time. A
 * program prints lines of a name and a figure.
 *
 * <p>Our programs run from jars, as programs are deployed, and with an AOT cache of their own, which is thrown away.
 */
final class Stage implements AutoCloseable {

  private final Path scripts;
  private final CPython.Interpreter python;
  private final Path folder;
  private final String classPath;

  Stage(Path module, CPython.Interpreter python) throws IOException {
    this.scripts = module.resolve("src/jmh/python");
    this.python = python;
    this.folder = Files.createTempDirectory("pythonic-benchmark");
    this.classPath = jars(folder);
  }

  /** Runs the main method of a class. {@return what it printed} */
  Map<String, Double> java(Class<?> main, String... arguments) {
    return java(List.of(), main, arguments);
  }

  /** Runs the main method of a class with JVM options. {@return what it printed} */
  Map<String, Double> java(List<String> options, Class<?> main, String... arguments) {
    var command = new ArrayList<>(List.of("env", "XDG_CACHE_HOME=" + folder, Programs.java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return figures(Programs.run(command));
  }

  /** Runs a script of {@code src/jmh/python}. {@return what it printed} */
  Map<String, Double> python(String script, String... arguments) {
    var command = new ArrayList<>(List.of(python.path(), scripts.resolve(script).toString()));
    command.addAll(List.of(arguments));
    return figures(Programs.run(command));
  }

  /** {@return whether the library has made its AOT cache here} */
  boolean hasCache() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".aot"));
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private static Map<String, Double> figures(Programs.Result result) {
    if (result.code() != 0) {
      throw new IllegalStateException(result.err());
    }
    var figures = new HashMap<String, Double>();
    result.out().lines().map(line -> line.split(" ", 2)).forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
    return figures;
  }

  /** {@return this class path with jars in place of folders} */
  private static String jars(Path target) throws IOException {
    String separator = System.getProperty("path.separator");
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(separator)) {
      entries.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), target.resolve(entries.size() + ".jar")) : entry);
    }
    return String.join(separator, entries);
  }

  private static String jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).filter(path -> !path.endsWith("module-info.class")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }
}

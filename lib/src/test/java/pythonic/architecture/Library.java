package pythonic.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import pythonic.builtins.Builtins;

/** What the rules look at: the library's classes, its sources, its tests. */
final class Library {
  private static final Path CLASS_FOLDER = folderOf(Builtins.class);

  static final Path TEST_CLASS_FOLDER = folderOf(Library.class);

  /** The folder of the Maven module, whatever folder the tests were started from. */
  private static final Path HOME = CLASS_FOLDER.resolve("../..").normalize();

  static final Path SOURCE_FOLDER = HOME.resolve("src/main/java");

  static final JavaClasses CLASSES = new ClassFileImporter().importPath(CLASS_FOLDER);

  private static final ModuleDescriptor MODULE = readModule();

  private Library() {}

  static ModuleDescriptor module() {
    return MODULE;
  }

  static Set<String> exportedPackages() {
    return MODULE.exports().stream().map(ModuleDescriptor.Exports::source).collect(toCollection(TreeSet::new));
  }

  /** The packages that hold a class; package-info alone does not make one. */
  static Set<String> packages() {
    return CLASSES.stream()
        .filter(type -> !type.getSimpleName().endsWith("-info"))
        .map(JavaClass::getPackageName)
        .collect(toCollection(TreeSet::new));
  }

  /** Whether users can name the class: it and all that enclose it are public or protected, in an exported package. */
  static boolean isVisible(JavaClass type) {
    return exportedPackages().contains(type.getPackageName())
        && (type.getModifiers().contains(JavaModifier.PUBLIC) || type.getModifiers().contains(JavaModifier.PROTECTED))
        && type.getEnclosingClass().map(Library::isVisible).orElse(true);
  }

  static List<Path> sources() {
    return files(SOURCE_FOLDER, ".java");
  }

  static List<Path> testClassFiles() {
    return files(TEST_CLASS_FOLDER, ".class");
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleDescriptor readModule() {
    try (InputStream descriptor = Files.newInputStream(CLASS_FOLDER.resolve("module-info.class"))) {
      return ModuleDescriptor.read(descriptor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

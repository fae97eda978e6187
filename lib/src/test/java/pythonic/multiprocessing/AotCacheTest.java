package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** The JDK makes an AOT cache for jars only, so the classes are put into one first. */
final class AotCacheTest {

  @TempDir private static Path folder;

  private static String classPath = "";

  @TempDir private Path cacheHome;

  @BeforeAll
  static void makeJars() throws IOException {
    var entries = new ArrayList<String>();
    for (String entry : Splitter.on(File.pathSeparatorChar).split(System.getProperty("java.class.path"))) {
      entries.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), entries.size()).toString() : entry);
    }
    classPath = String.join(File.pathSeparator, entries);
  }

  private static Path jar(Path classes, int number) throws IOException {
    Path jar = folder.resolve(number + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).filter(path -> !path.endsWith("module-info.class")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private List<String> command(double seconds, String... options) {
    var command = new ArrayList<>(List.of("env", "XDG_CACHE_HOME=" + cacheHome, Programs.java()));
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-cp", classPath, SpareProgram.class.getName(), "makes", Double.toString(seconds)));
    return command;
  }

  private Programs.Result run(double seconds, String... options) {
    return Programs.run(command(seconds, options));
  }

  private List<Path> files(String suffix) {
    Path own = cacheHome.resolve("pythonic");
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(own)) {
      return all.filter(file -> file.toString().endsWith(suffix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeCache() {
    for (int i = 0; files(".aot").isEmpty(); i++) {
      assertThat(i).as("programs in vain").isLessThan(5);
      assertSilent(run(15));
    }
  }

  private static void assertSilent(Programs.Result result) {
    assertThat(result.out()).isEqualTo("child 1\nend\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void cache_isMadeInTheBackground_used_andNeverInTheWay() throws IOException {
    makeCache();
    Path cache = files(".aot").getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.getParent()))).isEqualTo("rwx------");
    assertThat(files("")).as("nothing unfinished").hasSize(2).contains(cache.resolveSibling("lock")).allSatisfy(
        file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).isEqualTo("rw-------"));
    assertSilent(run(0));
    Files.writeString(cache, "no cache at all");
    assertSilent(run(0));
  }

  @Test
  void cache_ofAProgramThatEndsAtOnce_isLeftToAnother() {
    assertSilent(run(0));
    assertThat(files(".aot")).isEmpty();
  }

  private static boolean records(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("-XX:AOTMode=record");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void makerKilled_programGoesOn_andTheCacheIsMadeLater(boolean recorder) throws IOException {
    java.lang.Process program = new ProcessBuilder(command(60)).start();
    try {
      var found = new AtomicReference<ProcessHandle>(); // kept: its command line is not to be seen while nice becomes java
      Threads.await("the maker's recorder", () -> {
        program.descendants().filter(AotCacheTest::records).forEach(found::set);
        return found.get() != null;
      });
      ProcessHandle recording = found.get();
      (recorder ? recording : recording.parent().orElseThrow()).destroyForcibly();
      Threads.await("the recorder's end", () -> !recording.isAlive());
      Files.createFile(cacheHome.resolve("stop"));
      assertSilent(Programs.finish(program));
      Files.delete(cacheHome.resolve("stop"));
    } finally {
      program.descendants().forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly();
    }
    assertThat(files(".aot")).isEmpty();
    assertThat(files(".refused")).isEmpty();
    makeCache();
    assertSilent(run(0));
  }

  @Test
  void cache_switchedOffOrWithoutAFolder_isNotMade() throws IOException {
    assertSilent(run(1, "-Dpythonic.aot=false"));
    assertThat(files("")).isEmpty();
    Files.createFile(cacheHome.resolve("pythonic"));
    assertSilent(run(1));
    assertThat(cacheHome.resolve("pythonic")).isRegularFile();
  }
}

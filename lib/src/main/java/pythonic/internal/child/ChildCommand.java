package pythonic.internal.child;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.module.ResolvedModule;
import java.lang.reflect.Modifier;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a child: this JVM's own launcher, options, class path and module path.
 *
 * <p>{@code -Xrs} leaves signals to the system, so that {@code terminate()} ends a child at once and its exit code
 * is {@code -SIGTERM}, as in Python, whatever the child's threads are doing.
 */
public final class ChildCommand {

  /** Options that are for one JVM only: a debugger's port, a recording's file, an archive that is being written. */
  private static final List<String> NOT_INHERITED =
      List.of(
          "-agentlib:jdwp", "-Xrunjdwp", "-Xdebug", "-XX:AOT", "-XX:-AOT", "-XX:ArchiveRelocationMode", "-XX:ArchiveClassesAtExit", "-XX:StartFlightRecording",
          "-XX:+AutoCreateSharedArchive", "-Dcom.sun.management.jmxremote", "-Djdk.module.main", "-Djava.class.path",
          "-Dsun.java.", "-Xrs");

  private static final String SELECTOR_PROVIDER = "java.nio.channels.spi.SelectorProvider";

  private static volatile @Nullable String executable;

  private ChildCommand() {}

  /** Sets the launcher that children are started with, null for this JVM's own. */
  public static void executable(@Nullable String path) {
    executable = path;
  }

  /** {@return the launcher that children are started with} */
  public static String launcher() {
    String chosen = executable;
    return chosen != null ? chosen : Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** {@return whether children run on another JVM than this one} */
  static boolean isForeign() {
    return executable != null;
  }

  /** {@return the command that starts a child which finds its parent's socket in a folder} */
  static List<String> of(Path folder, List<String> extraOptions) {
    List<String> command = base(extraOptions);
    Module module = ChildMain.class.getModule();
    String main = ChildMain.class.getName();
    command.addAll(module.isNamed() ? List.of("-m", module.getName() + "/" + main) : List.of(main));
    command.add(folder.toString());
    return command;
  }

  /** {@return the launcher, the options and the paths, without a main class} */
  static List<String> base(List<String> extraOptions) {
    var command = new ArrayList<String>();
    command.add(launcher());
    command.addAll(options());
    command.add("-Xrs");
    selectorProvider().ifPresent(command::add);
    Module module = ChildMain.class.getModule();
    command.add("--enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED")); // for the futex
    command.addAll(extraOptions);
    String classPath = System.getProperty("java.class.path", "");
    if (!classPath.isEmpty()) {
      command.addAll(List.of("-cp", classPath));
    }
    if (module.isNamed()) {
      command.addAll(List.of("--module-path", System.getProperty("jdk.module.path", ""), "--add-modules", modules()));
    }
    return command;
  }

  /**
   * {@return this JVM's provider of channels} Else the child would look for one in all jars of the class path before it opens its
   * first socket, which takes 10 ms with few jars.
   */
  private static Optional<String> selectorProvider() {
    Class<?> provider = SelectorProvider.provider().getClass();
    boolean usable = provider.getModule().equals(Object.class.getModule()) && Modifier.isPublic(provider.getModifiers());
    return usable && System.getProperty(SELECTOR_PROVIDER) == null ? Optional.of("-D" + SELECTOR_PROVIDER + "=" + provider.getName()) : Optional.empty();
  }

  /** {@return the modules of the program, as it has them: on its path there may be others, whose needs are not met} */
  private static String modules() {
    return ModuleLayer.boot().configuration().modules().stream()
        .filter(module -> module.reference().location().filter(place -> !"jrt".equals(place.getScheme())).isPresent())
        .map(ResolvedModule::name)
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** {@return the options of this JVM that a child gets too} */
  static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(ChildCommand::inherited).toList();
  }

  /** {@return where a child looks for classes: the entries of the class path and of the module path} */
  static List<Path> paths() {
    String both = System.getProperty("java.class.path", "") + File.pathSeparator + System.getProperty("jdk.module.path", "");
    return List.of(both.split(File.pathSeparator)).stream().filter(entry -> !entry.isEmpty()).map(Path::of).toList();
  }

  private static boolean inherited(String option) {
    return NOT_INHERITED.stream().noneMatch(option::startsWith);
  }
}

package pythonic.internal.child;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child: this JVM's own launcher, options, class path and module path.
 *
 * <p>{@code -Xrs} leaves signals to the system, so that {@code terminate()} ends a child at once and its exit code
 * is {@code -SIGTERM}, as in Python, whatever the child's threads are doing.
 */
final class ChildCommand {

  /** Options that are for one JVM only: a debugger's port, a recording's file, an archive that is being written. */
  private static final List<String> NOT_INHERITED =
      List.of(
          "-agentlib:jdwp", "-Xrunjdwp", "-Xdebug", "-XX:AOT", "-XX:ArchiveClassesAtExit", "-XX:StartFlightRecording",
          "-XX:+AutoCreateSharedArchive", "-Dcom.sun.management.jmxremote", "-Djdk.module.main", "-Djava.class.path",
          "-Dsun.java.", "-Xrs");

  private ChildCommand() {}

  /** {@return the command that starts a child which finds its parent's socket in a folder} */
  static List<String> of(Path folder) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(ChildCommand::inherited).forEach(command::add);
    command.add("-Xrs");
    command.addAll(mainClass());
    command.add(folder.toString());
    return command;
  }

  private static boolean inherited(String option) {
    return NOT_INHERITED.stream().noneMatch(option::startsWith);
  }

  private static List<String> mainClass() {
    String main = ChildMain.class.getName();
    String classPath = System.getProperty("java.class.path", "");
    var arguments = new ArrayList<String>();
    if (!classPath.isEmpty()) {
      arguments.addAll(List.of("-cp", classPath));
    }
    Module module = ChildMain.class.getModule();
    if (module.isNamed()) {
      arguments.addAll(List.of("--module-path", System.getProperty("jdk.module.path", ""), "--add-modules", "ALL-MODULE-PATH"));
      arguments.addAll(List.of("-m", module.getName() + "/" + main));
    } else {
      arguments.add(main);
    }
    return arguments;
  }
}

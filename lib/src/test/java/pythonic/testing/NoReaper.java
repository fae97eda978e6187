package pythonic.testing;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command as in a container whose first process waits for nobody but the program: what is left of its family stays in the
 * system's table, as a zombie, until the program has ended. Linux.
 */
public final class NoReaper {

  private static final int SET_CHILD_SUBREAPER = 36;

  private NoReaper() {}

  /** {@return the command that runs a command so} */
  public static List<String> command(List<String> command) {
    var all = new ArrayList<>(List.of(Programs.java(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-cp", System.getProperty("java.class.path"), NoReaper.class.getName()));
    all.addAll(command);
    return all;
  }

  public static void main(String[] command) throws IOException, InterruptedException {
    if (System.getProperty("os.name").equals("Linux")) {
      adopt();
    }
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  @SuppressWarnings("restricted") // only here, in a program of the tests
  private static void adopt() {
    Linker linker = Linker.nativeLinker();
    var signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
    try {
      int result = (int) linker.downcallHandle(linker.defaultLookup().findOrThrow("prctl"), signature, Linker.Option.firstVariadicArg(1))
          .invokeExact(SET_CHILD_SUBREAPER, 1L);
      if (result != 0) {
        throw new IllegalStateException("prctl gave " + result);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}

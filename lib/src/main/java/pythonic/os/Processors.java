package pythonic.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How many processors the machine has, of which this process may be allowed fewer. */
final class Processors {

  /** Linux lists them there as ranges: {@code 0-3,6}. */
  private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");

  private Processors() {}

  static int online() {
    try {
      return Arrays.stream(Files.readString(ONLINE).strip().split(",")).mapToInt(Processors::sizeOf).sum();
    } catch (IOException | NumberFormatException _) {
      return Runtime.getRuntime().availableProcessors();
    }
  }

  private static int sizeOf(String range) {
    int dash = range.indexOf('-');
    return dash < 0 ? 1 : Integer.parseInt(range.substring(dash + 1)) - Integer.parseInt(range.substring(0, dash)) + 1;
  }
}

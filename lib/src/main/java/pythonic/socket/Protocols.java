package pythonic.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of protocols, by the system's list of them, or a short one of our own where there is none. */
final class Protocols {

  private static final Map<String, Integer> USUAL =
      Map.of("ip", 0, "icmp", 1, "igmp", 2, "tcp", 6, "egp", 8, "udp", 17, "ipv6", 41, "ipv6-icmp", 58, "sctp", 132, "udplite", 136);

  private static final Map<String, Integer> ALL = read(Path.of("/etc/protocols"));

  private Protocols() {}

  private static Map<String, Integer> read(Path file) {
    var numbers = new HashMap<String, Integer>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] words = line.replaceAll("#.*", "").trim().split("\\s+", -1);
        if (words.length >= 2 && words[1].matches("[0-9]{1,3}")) {
          for (String word : words) {
            numbers.putIfAbsent(word, Integer.valueOf(words[1], 10));
          }
          numbers.remove(words[1]);
        }
      }
      return numbers;
    } catch (IOException e) {
      return USUAL;
    }
  }

  /** {@return the number of a protocol, null if there is none of that name} */
  static @Nullable Integer number(String name) {
    return ALL.get(name);
  }
}

package pythonic.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of ports, by the system's list of them, or a short one of our own where there is none. */
final class Services {

  private static final List<Service> ALL = read(Path.of("/etc/services"));

  private Services() {}

  private record Service(String name, int port, String protocol) {}

  private static List<Service> read(Path file) {
    var services = new ArrayList<Service>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] words = line.replaceAll("#.*", "").trim().split("\\s+", -1);
        if (words.length >= 2 && words[1].matches("[0-9]+/[a-z]+")) {
          String[] port = words[1].split("/", -1);
          services.add(new Service(words[0], Integer.parseInt(port[0], 10), port[1]));
          for (int i = 2; i < words.length; i++) {
            services.add(new Service(words[i], Integer.parseInt(port[0], 10), port[1]));
          }
        }
      }
    } catch (IOException e) {
      for (Service known : List.of(new Service("ftp", 21, "tcp"), new Service("ssh", 22, "tcp"), new Service("telnet", 23, "tcp"),
          new Service("smtp", 25, "tcp"), new Service("domain", 53, "tcp"), new Service("domain", 53, "udp"),
          new Service("http", 80, "tcp"), new Service("pop3", 110, "tcp"), new Service("ntp", 123, "udp"),
          new Service("imap2", 143, "tcp"), new Service("https", 443, "tcp"))) {
        services.add(known);
      }
    }
    return services;
  }

  /** {@return the port of a service, null if there is none of that name} */
  static @Nullable Integer port(String name, @Nullable String protocol) {
    return ALL.stream().filter(it -> it.name.equals(name) && (protocol == null || it.protocol.equals(protocol)))
        .map(Service::port).findFirst().orElse(null);
  }

  /** {@return the name of a port, null if it has none} */
  static @Nullable String name(int port, @Nullable String protocol) {
    return ALL.stream().filter(it -> it.port == port && (protocol == null || it.protocol.equals(protocol)))
        .map(Service::name).findFirst().orElse(null);
  }
}

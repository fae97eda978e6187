package pythonic.socketserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pythonic.testing.Programs;

/**
 * Many connections at once, served by virtual threads in a JVM with a heap of 1 GiB: {@code -Dconnections=10000}, as far as the machine allows
 * a process that many descriptors. A build takes fewer.
 */
final class ManyConnectionsTest {

  private static final int COUNT = Integer.getInteger("connections", 300);

  private static Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(Programs.java(), "-Xmx1g", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        ManyConnectionsProgram.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void enter(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  @Test
  void connections_manyAtOnce_areAllAnsweredAndLeaveNothing() throws Exception {
    Process server = start("server");
    Process clients = null;
    try (BufferedReader told = server.inputReader()) {
      String port = told.readLine();
      long from = System.nanoTime();
      clients = start("clients", Integer.toString(COUNT), port);
      try (BufferedReader answers = clients.inputReader()) {
        assertThat(answers.readLine()).isEqualTo("answered: " + 2 * COUNT);
        long seconds = (System.nanoTime() - from) / 1_000_000_000;
        enter(server);
        String open = told.readLine();
        var numbers = Pattern.compile("\\d+").matcher(open).results().map(found -> Integer.parseInt(found.group())).toList();
        assertThat(numbers.get(0)).as(open).isGreaterThanOrEqualTo(COUNT);
        assertThat(numbers.get(1)).as("threads of the system: %s", open).isLessThan(60);
        System.out.println(COUNT + " connections, each answered twice within " + seconds + " s: " + open);
        enter(clients);
        assertThat(answers.readLine()).isEqualTo("closed");
      }
      assertThat(clients.waitFor()).isZero();
      enter(server);
      String left = told.readLine();
      assertThat(Integer.parseInt(left.substring("left: ".length()))).as(left).isLessThanOrEqualTo(ManyConnectionsProgram.KEPT);
      assertThat(server.waitFor()).isZero();
    } finally {
      server.destroyForcibly();
      if (clients != null) {
        clients.destroyForcibly();
      }
    }
  }
}

package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.NullUnmarked;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;

/** Puts so many greenlets to sleep at once, and tells how much memory the process had at most, in MiB, and the seconds it took. */
@NullUnmarked
final class ManyGreenlets {

  private ManyGreenlets() {}

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    long begin = System.nanoTime();
    var asleep = new int[1];
    var most = new int[1];
    var all = new ArrayList<Greenlet<?>>(count);
    for (int i = 0; i < count; i++) {
      all.add(Gevent.spawn(() -> {
        most[0] = Math.max(most[0], ++asleep[0]);
        Gevent.sleep(seconds);
        asleep[0]--;
      }));
    }
    Gevent.joinall(all);
    String peak = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElseThrow();
    System.out.println("asleep " + most[0]);
    System.out.println("memory " + Long.parseLong(peak.replaceAll("\\D", "")) / 1024.0);
    System.out.println("seconds " + (System.nanoTime() - begin) / 1e9);
  }
}

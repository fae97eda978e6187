package pythonic.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Starts of processes: to the first line of the target, and until the process is joined. */
final class StartSubject implements Subject {

  /** Seconds between two starts, for both sides. */
  static final String REST = "0.5";

  @Override
  public String name() {
    return "Start";
  }

  @Override
  public List<Measured> measure(Stage stage) throws IOException {
    Map<String, Double> python = stage.python("starts.py", REST);
    Map<String, Double> plain = stage.java(List.of("-Dpythonic.aot=false"), ProcessStarts.class, "spawn", REST);
    for (int i = 0; i < 3 && !stage.hasCache(); i++) {
      stage.java(ProcessStarts.class, "spawn", REST);
    }
    Map<String, Double> spawn = stage.java(ProcessStarts.class, "spawn", REST);
    Map<String, Double> warm = stage.java(ProcessStarts.class, "forkserver", REST);
    return List.of(
        Measured.less("spawn without AOT cache, to the first line", "ms", plain.get("first"), "spawn", python.get("spawn_first"), 0),
        Measured.less("spawn, to the first line", "ms", spawn.get("first"), "spawn", python.get("spawn_first"), 1),
        Measured.less("spawn, start and join", "ms", spawn.get("join"), "spawn", python.get("spawn_join"), 0),
        Measured.less("warm spare, to the first line", "ms", warm.get("first"), "fork", python.get("fork_first"), 1),
        Measured.less("warm spare, to the first line", "ms", warm.get("first"), "forkserver", python.get("forkserver_first"), 0),
        Measured.less("warm spare, start and join", "ms", warm.get("join"), "forkserver", python.get("forkserver_join"), 0));
  }
}

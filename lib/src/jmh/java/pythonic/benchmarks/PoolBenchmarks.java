package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import pythonic.testing.CPython;

/**
 * Measures pools beside CPython, and writes {@link PoolPage}. It can be done in parts, {@code -Dbenchmarks=rates}, each of which is
 * short: figures are kept under {@code target}, and the last part that was missing writes.
 */
public final class PoolBenchmarks {

  private static final int MINIMUM_PYTHON = 12;
  private static final List<String> PARTS = List.of("rates", "cpu", "ready", "extras", "growth");

  private PoolBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module, and the parts that are measured: {@code rates}, {@code cpu}, {@code ready},
   *     {@code extras}, {@code growth}; all if none is named
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isEmpty()) {
      throw new IOException("pools are measured beside CPython, which is not here");
    }
    Path kept = Files.createDirectories(module.resolve("target")).resolve("pool-benchmarks.properties");
    Properties figures = load(kept);
    try (var stage = new Stage(module, python.get())) {
      for (String part : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : PARTS) {
        measure(part, stage).forEach((name, figure) -> figures.setProperty(name, figure.toString()));
        figures.setProperty(part, "measured");
      }
    }
    try (var out = Files.newBufferedWriter(kept)) {
      figures.store(out, null);
    }
    if (figures.keySet().containsAll(PARTS)) {
      String page = new PoolPage(of("ours.", figures), of("native.", figures), of("theirs.", figures)).write(module, python.get().minor());
      System.out.print(page);
      Files.delete(kept);
    }
  }

  private static Properties load(Path kept) throws IOException {
    var figures = new Properties();
    if (Files.exists(kept)) {
      try (var in = Files.newBufferedReader(kept)) {
        figures.load(in);
      }
    }
    return figures;
  }

  private static Map<String, Double> measure(String part, Stage stage) {
    var figures = new HashMap<String, Double>();
    switch (part) {
      case "cpu" -> add(figures, "ours.", stage.java(PoolCpu.class));
      case "extras" -> add(figures, "ours.", stage.java(PoolRates.class, "extras"));
      case "ready" -> {
        add(figures, "theirs.", stage.python("pools.py", "ready"));
        stage.java(PoolRates.class, "ready", "spawn"); // has the AOT cache made
        add(figures, "ours.", stage.java(PoolRates.class, "ready", "spawn"));
        add(figures, "ours.", stage.java(PoolRates.class, "ready", "forkserver"));
      }
      default -> {
        add(figures, "theirs.", stage.python("pools.py", part));
        add(figures, "ours.", stage.java(PoolRates.class, part));
        if (part.equals("rates")) {
          add(figures, "native.", stage.java(List.of("--enable-native-access=ALL-UNNAMED"), PoolRates.class, part));
        }
      }
    }
    return figures;
  }

  private static void add(Map<String, Double> figures, String prefix, Map<String, Double> measured) {
    measured.forEach((name, figure) -> figures.put(prefix + name, figure));
  }

  private static Map<String, Double> of(String prefix, Properties figures) {
    var chosen = new HashMap<String, Double>();
    figures.stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
        .forEach(name -> chosen.put(name.substring(prefix.length()), Double.valueOf(figures.getProperty(name))));
    return chosen;
  }
}

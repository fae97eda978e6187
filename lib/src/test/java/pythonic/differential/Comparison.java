package pythonic.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs sequences on both sides. */
final class Comparison implements AutoCloseable {

  /** A sequence that parts the two sides is made shorter for so long at most. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final PythonSide python;
  private final JavaSide java = new JavaSide();

  Comparison(PythonSide python) {
    this.python = python;
  }

  /** {@return the differences, so many at most: each may have cost the time of a thread that does not come} */
  List<Difference> compare(List<Sequence> sequences, int atMost) {
    List<List<String>> expected = python.run(sequences);
    if (expected.size() != sequences.size()) {
      throw new AssertionError(expected.size() + " traces of " + sequences.size() + " sequences");
    }
    return IntStream.range(0, sequences.size())
        .mapToObj(i -> Difference.find(sequences.get(i), expected.get(i), java.run(sequences.get(i))))
        .flatMap(Optional::stream)
        .limit(atMost)
        .toList();
  }

  /** {@return the same difference, or another, with as few operations as can be found soon} */
  Difference shorten(Difference difference) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Difference shortest = difference;
    for (int i = difference.sequence().steps().size() - 1; i >= 0 && System.nanoTime() - end < 0; i--) {
      var fewer = new ArrayList<>(shortest.sequence().operations());
      if (i < fewer.size()) {
        fewer.remove(i);
      }
      Optional<Difference> found =
          Sequence.of(shortest.sequence().plan(), fewer).flatMap(it -> compare(List.of(it), 1).stream().findFirst());
      shortest = found.orElse(shortest);
    }
    return shortest;
  }

  @Override
  public void close() {
    java.close();
  }
}

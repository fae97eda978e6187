package pythonic.benchmarks;

import java.io.IOException;
import java.util.List;

/** A subject of {@link ProcessBenchmarks}: some rows that are measured together. */
interface Subject {

  /** {@return what it is chosen by on the command line} */
  String name();

  /** Measures, ours and CPython's in turn. {@return the rows} */
  List<Measured> measure(Stage stage) throws IOException;
}

package pythonic.multiprocessing;

import java.io.Serial;

/** The process that nobody of the family started. */
final class MainProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  MainProcess() {
    super("MainProcess");
  }

  @Override
  String typeName() {
    return "_MainProcess";
  }

  /** Does nothing, as in Python: what runs cannot be closed. */
  @Override
  public void close() {}
}

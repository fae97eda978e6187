package pythonic.multiprocessing.context;

import pythonic.builtins.keywords.ProcessKeyword;

/**
 * The context that starts each process as a fresh JVM.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods">Python: Contexts and
 *     start methods</a>
 */
public final class SpawnContext extends BaseContext {

  static final String NAME = "spawn";

  SpawnContext() {}

  @Override
  public SpawnProcess Process(ProcessKeyword... keywords) {
    return new SpawnProcess(keywords);
  }

  @Override
  String name() {
    return NAME;
  }
}

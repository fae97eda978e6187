package pythonic.multiprocessing.context;

import pythonic.builtins.keywords.ProcessKeyword;

/**
 * The context that hands each process to a warm spare JVM, where there is one.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods">Python: Contexts and
 *     start methods</a>
 */
public final class ForkServerContext extends BaseContext {

  static final String NAME = "forkserver";

  ForkServerContext() {}

  @Override
  public ForkServerProcess Process(ProcessKeyword... keywords) {
    return new ForkServerProcess(keywords);
  }

  @Override
  String name() {
    return NAME;
  }
}

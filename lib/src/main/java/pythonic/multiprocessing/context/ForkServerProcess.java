package pythonic.multiprocessing.context;

import java.io.Serial;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.multiprocessing.Process;

/**
 * A process that is handed to a warm spare JVM, where there is one: {@code get_context("forkserver").Process}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods">Python: Contexts and
 *     start methods</a>
 */
public class ForkServerProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A process that is yet to be started.
   *
   * @param keywords as those of {@link Process#Process(ProcessKeyword...)}
   */
  public ForkServerProcess(ProcessKeyword... keywords) {
    super(keywords);
  }

  @Override
  protected String _start_method() {
    return ForkServerContext.NAME;
  }
}

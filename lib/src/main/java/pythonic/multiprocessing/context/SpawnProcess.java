package pythonic.multiprocessing.context;

import java.io.Serial;
import pythonic.builtins.keywords.ProcessKeyword;
import pythonic.multiprocessing.Process;

/**
 * A process that is started as a fresh JVM: {@code get_context("spawn").Process}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods">Python: Contexts and
 *     start methods</a>
 */
public class SpawnProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A process that is yet to be started.
   *
   * @param keywords as those of {@link Process#Process(ProcessKeyword...)}
   */
  public SpawnProcess(ProcessKeyword... keywords) {
    super(keywords);
  }

  @Override
  protected String _start_method() {
    return SpawnContext.NAME;
  }
}

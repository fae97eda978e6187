package pythonic.multiprocessing;

import java.io.Serial;

/** The parent, as its child sees it: a child learns only the pid and the name. */
final class ParentProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  private final long pid;

  ParentProcess(String name, long pid) {
    super(name);
    this.pid = pid;
  }

  @Override
  public Long pid() {
    return pid;
  }

  /** {@return true: a child does not outlive its parent, so who can ask has a living parent} */
  @Override
  public boolean is_alive() {
    return true;
  }
}

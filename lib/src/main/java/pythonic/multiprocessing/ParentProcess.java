package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/** The parent, as its child sees it: a child learns only the pid and the name. */
final class ParentProcess extends Process {

  @Serial private static final long serialVersionUID = 1L;

  private static final Sentinel END = new Sentinel(null);

  private final long pid;

  ParentProcess(String name, long pid) {
    super(name);
    this.pid = pid;
  }

  @Override
  String typeName() {
    return "_ParentProcess";
  }

  @Override
  @Nullable ProcessState state() {
    return null;
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

  /** {@return what never becomes ready, as nobody is there to see the parent's end} */
  @Override
  public Sentinel sentinel() {
    return END;
  }

  /** Waits, as the parent's end is this process's too. */
  @Override
  void join(Deadline deadline) {
    new OneShot().await(deadline);
  }
}

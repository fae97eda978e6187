package pythonic.internal.child;

import java.io.Serializable;

/** What a child JVM is started for. It travels to the child, and runs in its main thread. */
public interface ChildJob extends Serializable {

  /** Runs to the end of the child's main work. {@return the exit code in Python's terms, 0 to 255} */
  int run();
}

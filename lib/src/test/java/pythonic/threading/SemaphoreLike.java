package pythonic.threading;

import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Timeout;

/** What the contracts of semaphores ask for. */
public interface SemaphoreLike extends ContextManager {

  boolean acquire();

  boolean acquire(boolean blocking);

  boolean acquire(boolean blocking, double timeout);

  boolean acquire(boolean blocking, Timeout timeout);

  boolean acquire(AcquireKeyword... keywords);

  void release();

  void release(int n);

  void release(N n);
}

package pythonic.threading;

import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Timeout;

/** What the contracts of locks ask for, so that whatever behaves like a lock can be held to them. */
public interface LockLike extends ContextManager {

  boolean acquire();

  boolean acquire(boolean blocking);

  boolean acquire(boolean blocking, double timeout);

  boolean acquire(boolean blocking, Timeout timeout);

  boolean acquire(AcquireKeyword... keywords);

  void release();

  boolean locked();
}

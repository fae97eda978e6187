package pythonic.threading;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Timeout;

/** What the contracts of conditions ask for, beside what {@link LockLike} asks of their lock. What predicates throw passes through. */
public interface ConditionLike extends ContextManager {

  boolean acquire();

  void release();

  boolean wait_();

  boolean wait_(double timeout);

  boolean wait_(Timeout timeout);

  <T extends @Nullable Object> T wait_for(Function0<T> predicate) throws Exception;

  <T extends @Nullable Object> T wait_for(Function0<T> predicate, double timeout) throws Exception;

  <T extends @Nullable Object> T wait_for(Function0<T> predicate, Timeout timeout) throws Exception;

  void notify_();

  void notify_(int n);

  void notify_(N n);

  void notify_all();
}

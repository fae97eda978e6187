package pythonic.queue;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.testing.Alike;

/** What the contracts of queues ask for, so that whatever behaves like a queue can be held to them. */
public interface QueueLike<T extends @Nullable Object> {

  /** {@return a queue as the contracts want it; the first that has a method is asked} */
  @SuppressWarnings("unchecked")
  static QueueLike<Integer> of(Object... queue) {
    return Alike.as(QueueLike.class, queue);
  }

  void put(T item);

  void put(T item, boolean block);

  void put(T item, boolean block, double timeout);

  void put(T item, boolean block, Timeout timeout);

  void put(T item, PutKeyword... keywords);

  void put_nowait(T item);

  T get();

  T get(boolean block);

  T get(boolean block, double timeout);

  T get(boolean block, Timeout timeout);

  T get(GetKeyword... keywords);

  T get_nowait();

  void shutdown();

  void shutdown(boolean immediate);

  void shutdown(Immediate immediate);

  boolean is_shutdown();

  int qsize();

  boolean empty();

  boolean full();

  void task_done();

  void join();

  int unfinished_tasks();
}

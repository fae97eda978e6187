package pythonic.internal.manager;

import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.timeout;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.queue.Queue;

/** A queue. An item that was on its way to a process that has ended goes back to the front. */
final class QueueReferent {

  @SuppressWarnings("NullAway") // the checker's inference loses that items may be None
  static final ReferentType<Queue<@Nullable Object>> QUEUE =
      new ReferentType<Queue<@Nullable Object>>("Queue", QueueReferent::make)
          .concurrent()
          .action("put", 1, 3, (queue, args) -> queue.put(args[0], blocking(args, 1), timeout(args.length < 3 ? null : Taking.first(new Object[] {args[2]}))))
          .action("put_nowait", 1, (queue, args) -> queue.put_nowait(args[0]))
          .method("get", 0, 2, (queue, args) -> sent(queue, queue.get(blocking(args, 0), timeout(Taking.timeout(args)))))
          .method("get_nowait", 0, (queue, _) -> sent(queue, queue.get_nowait()))
          .method("qsize", 0, (queue, _) -> queue.qsize())
          .method("empty", 0, (queue, _) -> queue.empty())
          .method("full", 0, (queue, _) -> queue.full())
          .action("task_done", 0, (queue, _) -> queue.task_done())
          .method("join", 0, 1, (queue, args) -> queue.join(timeout(Taking.first(args))))
          .action("shutdown", 0, 1, (queue, args) -> queue.shutdown(args.length > 0 && Builtins.bool(args[0])))
          .method("IS_SHUTDOWN", 0, (queue, _) -> queue.is_shutdown())
          .method("UNFINISHED_TASKS", 0, (queue, _) -> queue.unfinished_tasks());

  static final ReferentType<Queue<@Nullable Object>> JOINABLE = QUEUE.named("JoinableQueue", QueueReferent::make);

  private QueueReferent() {}

  private static Queue<@Nullable Object> make(@Nullable Object[] args) {
    return new Queue<>(args.length == 0 ? 0 : Taking.number(args[0]));
  }

  private static boolean blocking(@Nullable Object[] args, int place) {
    return args.length <= place || Builtins.bool(args[place]);
  }

  private static @Nullable Object sent(Queue<@Nullable Object> queue, @Nullable Object item) {
    Conversation current = Conversation.current();
    if (current != null) {
      current.ifLost(() -> putBack(queue, item));
    }
    return item;
  }

  private static void putBack(Queue<@Nullable Object> queue, @Nullable Object item) {
    try (var _ = with(queue.mutex())) {
      queue.queue().addFirst(item);
      queue.not_empty().notify_();
    }
  }
}

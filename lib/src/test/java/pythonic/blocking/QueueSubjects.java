package pythonic.blocking;

import static pythonic.builtins.Keywords.block;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.queue.BasicQueue;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;

/** The blocking methods of the queues. */
@NullUnmarked
final class QueueSubjects {

  static final Map<String, Subject<?>> ALL = new HashMap<>();

  static {
    Map<String, IntFunction<Queue<Integer>>> kinds = Map.of("Queue", Queue::new, "LifoQueue", LifoQueue::new, "PriorityQueue", PriorityQueue::new);
    kinds.forEach(
        (name, kind) -> {
          ALL.put(name + ".get", states(getting(), kind, queue -> queue, queue -> () -> queue.put(7)));
          ALL.put(name + ".put", states(putting(), kind, queue -> queue, queue -> () -> queue.get()));
          ALL.put(name + ".join", tasks(untimedJoin(), kind));
          ALL.put(name + ".join(timeout)", tasks(timedJoin(), kind));
        });
    ALL.put("SimpleQueue.get", simple(getting()));
    ALL.put("SimpleQueue.put", simple(putting()));
  }

  private QueueSubjects() {}

  private static Subject<BasicQueue<Integer>> getting() {
    return new Subject<BasicQueue<Integer>>()
        .form("positional", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get();
          case NO_WAIT -> queue.get_nowait();
          case NONE -> queue.get(true, limit.timeout());
          default -> queue.get(true, limit.seconds());
        })
        .form("keyword", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get(block(true));
          case NO_WAIT -> queue.get(block(false));
          default -> queue.get(limit.timeout());
        })
        .form("positional and keyword", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get(true);
          case NO_WAIT -> queue.get(false);
          default -> queue.get(true, limit.timeout());
        })
        .form("both keywords", (queue, limit) -> switch (limit) {
          case OMITTED -> queue.get(new GetKeyword[0]);
          case NO_WAIT -> queue.get(block(false));
          default -> queue.get(limit.timeout(), block(true));
        });
  }

  private static Subject<BasicQueue<Integer>> putting() {
    return new Subject<BasicQueue<Integer>>()
        .form("positional", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3);
            case NO_WAIT -> queue.put_nowait(3);
            case NONE -> queue.put(3, true, limit.timeout());
            default -> queue.put(3, true, limit.seconds());
          }
          return null;
        })
        .form("keyword", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3, block(true));
            case NO_WAIT -> queue.put(3, block(false));
            default -> queue.put(3, limit.timeout());
          }
          return null;
        })
        .form("positional and keyword", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3, true);
            case NO_WAIT -> queue.put(3, false);
            default -> queue.put(3, true, limit.timeout());
          }
          return null;
        })
        .form("both keywords", (queue, limit) -> {
          switch (limit) {
            case OMITTED -> queue.put(3, new PutKeyword[0]);
            case NO_WAIT -> queue.put(3, block(false));
            default -> queue.put(3, limit.timeout(), block(true));
          }
          return null;
        });
  }

  private static Subject<BasicQueue<Integer>> simple(Subject<BasicQueue<Integer>> subject) {
    return subject
        .state("empty", () -> {
          var queue = new SimpleQueue<Integer>();
          return Situation.<BasicQueue<Integer>>of(queue).release(() -> queue.put(7)).look(queue::qsize);
        })
        .state("one item", () -> {
          var queue = new SimpleQueue<Integer>();
          queue.put(0);
          return Situation.<BasicQueue<Integer>>of(queue).look(queue::qsize);
        });
  }

  private static <S> Subject<S> states(
      Subject<S> subject, IntFunction<Queue<Integer>> kind, Function<Queue<Integer>, S> view, Function<Queue<Integer>, Runnable> release) {
    for (String content : new String[] {"empty", "one item", "room", "full"}) {
      for (boolean shutDown : new boolean[] {false, true}) {
        subject.state(
            content + (shutDown ? ", shut down" : ""),
            () -> {
              Queue<Integer> queue = filled(kind, content, shutDown);
              return situation(view.apply(queue), queue).release(release.apply(queue)::run);
            });
      }
    }
    return subject;
  }

  private static <S> Situation<S> situation(S subject, Queue<?> queue) {
    return Situation.of(subject).look(() -> queue.qsize() + " " + queue.unfinished_tasks());
  }

  private static Queue<Integer> filled(IntFunction<Queue<Integer>> kind, String content, boolean shutDown) {
    Queue<Integer> queue = kind.apply(content.equals("full") ? 1 : content.equals("room") ? 2 : 0);
    if (!content.equals("empty")) {
      queue.put(0);
    }
    if (shutDown) {
      queue.shutdown();
    }
    return queue;
  }

  private static Subject<Queue<Integer>> untimedJoin() {
    return new Subject<Queue<Integer>>()
        .form(
            "positional",
            (queue, _) -> {
              queue.join();
              return null;
            });
  }

  private static Subject<Queue<Integer>> timedJoin() {
    return new Subject<Queue<Integer>>()
        .form("positional", (queue, limit) -> limit == Limit.NONE ? queue.join(limit.timeout()) : queue.join(limit.seconds()))
        .form("keyword", (queue, limit) -> queue.join(limit.timeout()));
  }

  private static Subject<Queue<Integer>> tasks(Subject<Queue<Integer>> subject, IntFunction<Queue<Integer>> kind) {
    for (String state : new String[] {"no task", "one task", "all done", "shut down", "shut down at once"}) {
      subject.state(
          state,
          () -> {
            Queue<Integer> queue = filled(kind, state.equals("no task") ? "empty" : "one item", false);
            switch (state) {
              case "all done" -> finish(queue);
              case "shut down" -> queue.shutdown();
              case "shut down at once" -> queue.shutdown(true);
              default -> {}
            }
            return situation(queue, queue).release(() -> finish(queue));
          });
    }
    return subject;
  }

  private static void finish(Queue<Integer> queue) {
    queue.get();
    queue.task_done();
  }
}

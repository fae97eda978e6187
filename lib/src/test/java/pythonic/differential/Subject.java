package pythonic.differential;

import static pythonic.builtins.Builtins.with;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.BaseException;
import pythonic.builtins.Builtins;
import pythonic.builtins.ContextManager;
import pythonic.builtins.PythonException;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Timeout;
import pythonic.concurrent.futures.Future;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;
import pythonic.threading.Barrier;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/** An object, and what of a call on it is compared: the value, or the exception and its message, and what was noted. */
@NullUnmarked
final class Subject {

  private static final List<Class<?>> TYPES =
      List.of(
          Lock.class, RLock.class, Semaphore.class, BoundedSemaphore.class, Event.class, Condition.class, Barrier.class,
          Queue.class, LifoQueue.class, PriorityQueue.class, SimpleQueue.class, Future.class);

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+|owner=[1-9][0-9]*");

  private final Object object;

  /** What callbacks wrote during the call that the thread makes. */
  private final ThreadLocal<List<String>> notes = ThreadLocal.withInitial(ArrayList::new);

  private int box; // guarded by the condition

  private Subject(Object object) {
    this.object = object;
  }

  static Subject of(Invocation construction) throws Throwable {
    return new Subject(Forms.construct(type(construction.name()), construction));
  }

  private static Class<?> type(String name) {
    return TYPES.stream().filter(type -> type.getSimpleName().equals(name)).findFirst().orElseThrow();
  }

  /**
   * Makes a call. {@return what is compared}
   *
   * @param looks called whenever a predicate is asked
   */
  String run(Invocation call, Runnable looks) {
    String result;
    try {
      result = Builtins.repr(invoke(call, looks));
    } catch (PythonException | BaseException e) {
      result = raised(e);
    } catch (Throwable e) {
      result = "! " + e;
    }
    List<String> noted = notes.get();
    notes.remove();
    return plain(noted.isEmpty() ? result : result + " " + noted);
  }

  static String raised(Throwable e) {
    return plain("raise " + e.getClass().getSimpleName() + ": " + Builtins.str(e));
  }

  private static String plain(String text) {
    return ADDRESS.matcher(text).replaceAll("0x");
  }

  @SuppressWarnings("unchecked") // the model makes these calls on such objects only
  private Object invoke(Invocation call, Runnable looks) throws Throwable {
    return switch (call.name()) {
      case "repr" -> object;
      case "queue" -> new ArrayList<>(((Queue<Object>) object).queue());
      case "with_pass" -> pass((ContextManager) object);
      case "with_wait" -> waitWith((Condition) object, call);
      case "with_wait_for" -> waitForWith((Condition) object, call, looks);
      case "with_notify" -> notifyWith((Condition) object, call.count(0, "n", 1));
      case "with_add" -> addWith((Condition) object, call.count(0, "more", 1));
      case "callback" -> addCallback((Future<Object>) object, call);
      default -> Forms.call(object, call);
    };
  }

  private static Object pass(ContextManager object) {
    try (var _ = with(object)) {
      return null;
    }
  }

  private static Object waitWith(Condition condition, Invocation call) {
    try (var _ = with(condition)) {
      return condition.wait_(new Timeout(call.seconds(0)));
    }
  }

  private Object waitForWith(Condition condition, Invocation call, Runnable looks) {
    int wanted = call.count(0, "wanted", 0);
    try (var _ = with(condition)) {
      return condition.wait_for(() -> look(wanted, looks), new Timeout(call.seconds(1)));
    }
  }

  private int look(int wanted, Runnable looks) {
    looks.run();
    return box >= wanted ? box : 0;
  }

  private static Object notifyWith(Condition condition, int n) {
    try (var _ = with(condition)) {
      condition.notify_(n);
      return null;
    }
  }

  private Object addWith(Condition condition, int more) {
    try (var _ = with(condition)) {
      box += more;
      condition.notify_all();
      return null;
    }
  }

  private Object addCallback(Future<Object> future, Invocation call) {
    String name = (String) call.arguments().get(0);
    Procedure1<Future<Object>> note = it -> notes.get().add(name + Builtins.repr(it));
    future.add_done_callback(
        it -> {
          note.call(it);
          switch ((String) call.arguments().get(1)) {
            case "raise" -> throw new ValueError(name);
            case "exit" -> throw new SystemExit(name);
            case "nest" -> it.add_done_callback(note);
            case "cancel" -> notes.get().add(Builtins.repr(it.cancel()));
            default -> {}
          }
        });
    return null;
  }
}

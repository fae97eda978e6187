package pythonic.blocking;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.functions.Function0;
import pythonic.testing.Threads;
import pythonic.threading.Condition;
import pythonic.threading.Lock;

/** The waits at conditions. */
@NullUnmarked
final class ConditionSubjects {

  static final Map<String, Subject<?>> ALL =
      Map.of(
          "Condition.wait", condition(Condition::new),
          "Condition(Lock()).wait", condition(() -> new Condition(new Lock())),
          "Condition.wait_for", waitFor());

  private ConditionSubjects() {}

  private static Subject<Condition> condition(Supplier<Condition> kind) {
    return conditionStates(
        new Subject<Condition>()
            .form(
                "positional",
                (condition, limit) ->
                    switch (limit) {
                      case OMITTED -> condition.wait_();
                      case NONE -> condition.wait_(limit.timeout());
                      default -> condition.wait_(limit.seconds());
                    })
            .form("keyword", (condition, limit) -> limit == Limit.OMITTED ? condition.wait_() : condition.wait_(limit.timeout())),
        "",
        condition -> waiting(condition, condition, () -> {}),
        kind);
  }

  /** A condition whose predicate is the number in a box. */
  private record Awaited(Condition condition, AtomicInteger box) {
    Function0<Integer> predicate() {
      return box::get;
    }
  }

  private static Subject<Awaited> waitFor() {
    var subject =
        new Subject<Awaited>()
            .form(
                "positional",
                (it, limit) ->
                    switch (limit) {
                      case OMITTED -> it.condition.wait_for(it.predicate());
                      case NONE -> it.condition.wait_for(it.predicate(), limit.timeout());
                      default -> it.condition.wait_for(it.predicate(), limit.seconds());
                    })
            .form(
                "keyword",
                (it, limit) ->
                    limit == Limit.OMITTED ? it.condition.wait_for(it.predicate()) : it.condition.wait_for(it.predicate(), limit.timeout()));
    for (int value : new int[] {5, 0}) {
      conditionStates(subject, value == 0 ? ", false" : ", true", condition -> {
        var awaited = new Awaited(condition, new AtomicInteger(value));
        return waiting(awaited, condition, () -> awaited.box.set(7));
      }, Condition::new);
    }
    return subject;
  }

  private interface Waiting<S> {
    Situation<S> of(Condition condition);
  }

  private static <S> Situation<S> waiting(S subject, Condition condition, Runnable change) {
    return Situation.of(subject)
        .release(
            () -> {
              condition.acquire();
              change.run();
              condition.notify_();
              condition.release();
            })
        .look(() -> condition.toString().replaceAll("owner=[0-9]+|count=[0-9]+|(un)?locked", ""));
  }

  private static <S> Subject<S> conditionStates(Subject<S> subject, String suffix, Waiting<S> waiting, Supplier<Condition> kind) {
    return subject
        .state("not held" + suffix, () -> waiting.of(kind.get()))
        .state("held" + suffix, () -> held(kind.get(), 1, waiting))
        .state("held twice" + suffix, () -> held(kind.get(), 2, waiting))
        .state(
            "held by another" + suffix,
            () -> {
              Condition condition = kind.get();
              Threads.start(condition::acquire).join(); // a thread that has ended holds it still
              return waiting.of(condition);
            });
  }

  private static <S> Situation<S> held(Condition condition, int times, Waiting<S> waiting) {
    return waiting
        .of(condition)
        .before(
            () -> {
              for (int i = 0; i < times; i++) {
                condition.acquire();
              }
            });
  }
}

package pythonic.blocking;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.testing.Threads.Action;

/**
 * An object in one state, made for one call.
 *
 * @param subject the object
 * @param before what the calling thread does first
 * @param release what lets a call that is blocked go on
 * @param look what a call that is interrupted leaves as it was
 * @param end ends what was started
 */
record Situation<S>(S subject, Action before, Action release, Supplier<@Nullable Object> look, Action end) {

  private static final Action NOTHING = () -> {};

  static <S> Situation<S> of(S subject) {
    return new Situation<>(subject, NOTHING, NOTHING, () -> null, NOTHING);
  }

  Situation<S> before(Action action) {
    return new Situation<>(subject, action, release, look, end);
  }

  Situation<S> release(Action action) {
    return new Situation<>(subject, before, action, look, end);
  }

  Situation<S> look(Supplier<@Nullable Object> looks) {
    return new Situation<>(subject, before, release, looks, end);
  }

  Situation<S> end(Action action) {
    return new Situation<>(subject, before, release, look, action);
  }
}

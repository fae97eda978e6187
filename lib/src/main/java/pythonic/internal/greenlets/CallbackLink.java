package pythonic.internal.greenlets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Strand;

/** A function that is called with what is ready: by the hub, where it may not wait, or in a greenlet of its own. */
public final class CallbackLink implements Link {

  private final Callable callback;
  private final Procedure1<Object> call;
  private final boolean spawned;
  private final @Nullable Hub home;

  /**
   * A link that belongs to the hub of the current thread, if that has one.
   *
   * @param callback the function as the user gave it
   * @param call the same, or what calls it in the right case
   * @param spawned whether it gets a greenlet
   */
  public CallbackLink(Callable callback, Procedure1<Object> call, boolean spawned) {
    this.callback = callback;
    this.call = call;
    this.spawned = spawned;
    Strand current = Strand.current();
    home = current == null ? null : current.hub();
  }

  @Override
  public @Nullable Hub home() {
    return home;
  }

  @Override
  public @Nullable Object fire(Object source) throws Exception {
    if (spawned) {
      return new Linked(source);
    }
    call.call(source);
    return null;
  }

  /** What the user gave is left to the hub, so that it runs in the thread that linked it, unless that has ended. */
  @Override
  public void fireFromAnywhere(Object source) throws Exception {
    Hub own = home == null || home.isOver() ? null : home;
    if (spawned) {
      (own == null ? Strand.enter().hub() : own).add(new Linked(source));
    } else if (own == null || call instanceof Anywhere) {
      call.call(source);
    } else {
      own.add((Runnable) () -> callNow(source));
    }
  }

  private void callNow(Object source) {
    try {
      call.call(source);
    } catch (Throwable e) {
      Failures.report(described(source), e);
    }
  }

  @Override
  public Object described(Object source) {
    return "(" + Failures.function(callback) + ", " + Builtins.repr(source) + ")";
  }

  @Override
  public boolean isOf(Callable other) {
    return Objects.equals(callback, other);
  }

  /** Its call in a greenlet. */
  private final class Linked implements Hub.Body {

    private final Object source;

    Linked(Object source) {
      this.source = source;
    }

    @Override
    public boolean isWanted() {
      return true;
    }

    @Override
    public void run(Strand own) {
      callNow(source);
    }
  }
}

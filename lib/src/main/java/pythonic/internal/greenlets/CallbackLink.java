package pythonic.internal.greenlets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.waiting.Hub;

/**
 * A function of the user's that is called with what is ready: by the hub, where it may not wait, or in a greenlet of
 * its own.
 *
 * @param callback the function as the user gave it
 * @param call the same, or what calls it in the right case
 * @param spawned whether it gets a greenlet
 */
public record CallbackLink(Callable callback, Procedure1<Object> call, boolean spawned) implements Link {

  @Override
  public @Nullable Object fire(Object source) throws Exception {
    if (!spawned) {
      call.call(source);
      return null;
    }
    return new Hub.Body() {
      @Override
      public boolean isWanted() {
        return true;
      }

      @Override
      public void run() {
        try {
          call.call(source);
        } catch (Throwable e) {
          Failures.report(callback, e);
        }
      }
    };
  }

  @Override
  public boolean isOf(Callable other) {
    return Objects.equals(callback, other);
  }
}

package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The context in whose way an executor's worker processes are started.
 *
 * @param <C> the type of the context
 * @param context from {@code get_context}, null for the default one
 */
public record MpContext<C>(@Nullable C context) implements ProcessPoolExecutorKeyword {

  @Override
  public String keyword() {
    return "mp_context";
  }
}

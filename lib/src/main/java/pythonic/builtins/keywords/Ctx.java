package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The context in which a manager starts its process.
 *
 * @param value from {@code get_context}, null for the default
 */
public record Ctx(@Nullable Object value) implements ManagerKeyword {

  @Override
  public String keyword() {
    return "ctx";
  }
}

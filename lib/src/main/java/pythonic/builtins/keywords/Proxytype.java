package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What stands for an object of a registered type.
 *
 * @param type an interface, a function from a token to a proxy, or null
 */
public record Proxytype(@Nullable Object type) implements RegisterKeyword {

  @Override
  public String keyword() {
    return "proxytype";
  }
}

package pythonic.builtins.keywords;

import java.util.Map;

/**
 * The methods of a registered type whose results stay with the manager.
 *
 * @param types the types as which they stay, by the names of the methods
 */
public record MethodToTypeid(Map<String, String> types) implements RegisterKeyword {

  @Override
  public String keyword() {
    return "method_to_typeid";
  }
}

package pythonic.builtins.keywords;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a registered type that others may call.
 *
 * @param names the names, null for all that are public
 */
public record Exposed(@Nullable List<String> names) implements RegisterKeyword {

  @Override
  public String keyword() {
    return "exposed";
  }
}

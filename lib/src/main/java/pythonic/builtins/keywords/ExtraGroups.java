package pythonic.builtins.keywords;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which other groups a process runs.
 *
 * @param groups names or numbers, null for the same
 */
public record ExtraGroups(@Nullable List<? extends Object> groups) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "extra_groups";
  }
}

package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How much a file keeps back.
 *
 * @param size bytes, 0 for none, 1 for a line, null for the usual
 */
public record Buffering(@Nullable Integer size) implements MakefileKeyword {

  @Override
  public String keyword() {
    return "buffering";
  }
}

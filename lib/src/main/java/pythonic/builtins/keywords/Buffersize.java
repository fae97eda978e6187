package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * How many calls an executor's {@code map} has submitted at most whose results were not asked for.
 *
 * @param count the number, null to submit all at once
 */
public record Buffersize(@Nullable Integer count) implements MapKeyword, ImapKeyword {

  @Override
  public String keyword() {
    return "buffersize";
  }
}

package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * Where {@code print} writes.
 *
 * @param value null for standard output
 */
public record File(@Nullable Appendable value) implements PrintKeyword {

  @Override
  public String keyword() {
    return "file";
  }
}

package pythonic.subprocess;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * What a process has written: what {@link Popen#communicate} gives.
 *
 * @param <S> byte[] or String
 * @param stdout to standard output, null if that is no pipe
 * @param stderr to standard error, null if that is no pipe
 */
public record Output<S>(@Nullable S stdout, @Nullable S stderr) {

  /** {@return Python's repr, such as {@code (b'a', None)}} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(stdout) + ", " + Builtins.repr(stderr) + ")";
  }
}

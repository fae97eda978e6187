package pythonic.subprocess;

import pythonic.builtins.Builtins;

/**
 * What {@link Subprocess#getstatusoutput} gives.
 *
 * @param exitcode the exit code, -n if signal n ended the shell
 * @param output what was written to standard output and error, without the last line break
 */
public record StatusOutput(int exitcode, String output) {

  /** {@return Python's repr, such as {@code (0, 'a')}} */
  @Override
  public String toString() {
    return "(" + exitcode + ", " + Builtins.repr(output) + ")";
  }
}

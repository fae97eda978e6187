package pythonic.builtins.keywords;

import java.util.Collection;

/**
 * Open files that a process gets, which Java cannot give it.
 *
 * @param numbers must be empty
 */
public record PassFds(Collection<Integer> numbers) implements PopenKeyword<byte[]>, RunKeyword, CallKeyword {

  @Override
  public String keyword() {
    return "pass_fds";
  }
}

package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The longest time a call waits.
 *
 * @param seconds seconds, null for no limit
 */
public record Timeout(@Nullable Double seconds) implements AcquireKeyword, ProcessAcquireKeyword, PutKeyword, GetKeyword, BarrierKeyword, WaitKeyword, MapKeyword, CreateConnectionKeyword, RunKeyword, CallKeyword, CommunicateKeyword {

  @Override
  public String keyword() {
    return "timeout";
  }
}

package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * The key that both ends of a connection must know.
 *
 * @param value any bytes, null for none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
public record Authkey(byte @Nullable [] value) implements ListenerKeyword, ClientKeyword, ManagerKeyword {

  @Override
  public String keyword() {
    return "authkey";
  }
}

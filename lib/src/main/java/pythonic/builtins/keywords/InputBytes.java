package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a process is to read, as bytes.
 *
 * @param value the bytes, null for none
 */
public record InputBytes(byte @Nullable [] value) implements RunKeyword, CommunicateKeyword {

  @Override
  public String keyword() {
    return "input";
  }
}

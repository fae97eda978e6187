package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a process is to read, as bytes.
 *
 * @param value the bytes, null for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are arrays here; keywords are not compared
public record InputBytes(byte @Nullable [] value) implements RunKeyword, CommunicateKeyword {

  @Override
  public String keyword() {
    return "input";
  }
}

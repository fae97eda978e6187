package pythonic.builtins.keywords;

import org.jspecify.annotations.Nullable;

/**
 * What a process is to read, as text.
 *
 * @param value the text, null for none
 */
public record InputText(@Nullable String value) implements RunTextKeyword, CommunicateKeyword {

  @Override
  public String keyword() {
    return "input";
  }
}

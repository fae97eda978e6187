package pythonic.internal.calls;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.keywords.Keyword;

/** Reads the keywords that a call was given. The compiler has checked which; only repetition is left to refuse. */
public final class Given {

  private Given() {}

  /**
   * {@return the keyword of a type, null when the call was not given it}
   *
   * @param call the call's name in Python, for the error, such as {@code Thread.__init__}
   */
  public static <K extends Keyword> @Nullable K find(String call, Keyword[] keywords, Class<K> type) {
    K found = null;
    for (Keyword keyword : keywords) {
      if (type.isInstance(keyword)) {
        if (found != null) {
          throw new TypeError(call + "() got multiple values for keyword argument '" + found.keyword() + "'");
        }
        found = type.cast(keyword);
      }
    }
    return found;
  }
}

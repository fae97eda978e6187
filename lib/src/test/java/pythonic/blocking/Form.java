package pythonic.blocking;

import org.jspecify.annotations.Nullable;

/** One way to write a blocking call, as by position or by keyword. */
@FunctionalInterface
interface Form<S> {

  @Nullable Object call(S subject, Limit limit) throws Throwable;

  /** What is shown as it is, without the quotes of a text. */
  record Shown(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}

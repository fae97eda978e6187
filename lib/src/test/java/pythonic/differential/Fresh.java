package pythonic.differential;

import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** An argument that is made anew for each run, or that Java cannot write as Python does: its text, and how to make it. */
@NullUnmarked
record Fresh(String text, Supplier<Object> maker) {

  static Object value(Object argument) {
    return argument instanceof Fresh fresh ? fresh.maker.get() : argument;
  }

  @Override
  public String toString() {
    return text;
  }
}

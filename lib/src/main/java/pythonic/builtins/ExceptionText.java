package pythonic.builtins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two roots of exceptions share: Python's arguments and the texts made of them. */
final class ExceptionText {

  private ExceptionText() {}

  /** A bare {@code null} among Java's variable arguments arrives as a null array: Python's single None. */
  static List<@Nullable Object> args(@Nullable Object @Nullable [] arguments) {
    return arguments == null ? new Tuple<>((@Nullable Object) null) : new Tuple<>(arguments.clone());
  }

  static String message(List<@Nullable Object> args) {
    return switch (args.size()) {
      case 0 -> "";
      case 1 -> Representation.str(args.getFirst());
      default -> Representation.tuple(args);
    };
  }

  static String repr(Throwable exception, List<@Nullable Object> args) {
    String name = exception.getClass().getSimpleName();
    return args.size() == 1 ? name + "(" + Representation.repr(args.getFirst()) + ")" : name + Representation.tuple(args);
  }
}

package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;

/** The arguments of calls that wait: {@code acquire(blocking, timeout)} and their like. */
final class Taking {

  private Taking() {}

  static boolean blocking(@Nullable Object[] args) {
    return args.length == 0 || Builtins.bool(args[0]);
  }

  static @Nullable Double timeout(@Nullable Object[] args) {
    return args.length < 2 ? null : seconds(args[1]);
  }

  static @Nullable Double first(@Nullable Object[] args) {
    return args.length == 0 ? null : seconds(args[0]);
  }

  private static @Nullable Double seconds(@Nullable Object argument) {
    return switch (argument) {
      case null -> null;
      case Number number -> number.doubleValue();
      default -> throw new TypeError("'" + Builtins.type_name(argument) + "' object cannot be interpreted as an integer");
    };
  }

  static int number(@Nullable Object argument) {
    if (argument instanceof Integer number) {
      return number;
    }
    throw new TypeError("'" + Builtins.type_name(argument) + "' object cannot be interpreted as an integer");
  }
}

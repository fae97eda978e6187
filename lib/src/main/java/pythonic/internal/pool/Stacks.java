package pythonic.internal.pool;

import java.util.Arrays;
import java.util.Set;

/** Stacks as users want to see them. */
public final class Stacks {

  private Stacks() {}

  /** {@return the frames of a stack from the first that is of none of the classes on} */
  public static StackTraceElement[] outside(StackTraceElement[] stack, Set<Class<?>> own) {
    int first = 0;
    while (first < stack.length && isOf(stack[first].getClassName(), own)) {
      first++;
    }
    return Arrays.copyOfRange(stack, first, stack.length);
  }

  private static boolean isOf(String name, Set<Class<?>> own) {
    return own.stream().anyMatch(type -> name.equals(type.getName()) || name.startsWith(type.getName() + "$"));
  }
}

package pythonic.internal.child;

import java.util.ArrayList;
import java.util.List;

/** How a child is to be launched that is not like the others. It is no spare, and there is no spare for it. */
public final class ChildOptions {

  private static final ScopedValue<Launch> CURRENT = ScopedValue.newInstance();

  private ChildOptions() {}

  /**
   * Does something in which children are started so.
   *
   * @param jvm options of the JVM
   * @param prefix a command that the child's own command is an argument of, empty for none
   */
  public static void with(List<String> jvm, List<String> prefix, Runnable action) {
    var options = new ArrayList<>(AotCache.options());
    options.addAll(jvm);
    ScopedValue.where(CURRENT, new Launch(options, prefix, false)).run(action);
  }

  static boolean areGiven() {
    return CURRENT.isBound();
  }

  /** {@return the launch that was asked for, or else this} */
  static Launch orElse(Launch usual) {
    return CURRENT.orElse(usual);
  }
}

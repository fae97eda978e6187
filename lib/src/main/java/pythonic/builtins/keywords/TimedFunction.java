package pythonic.builtins.keywords;

import pythonic.builtins.functions.Callable;

/**
 * What a timer calls.
 *
 * @param function the function
 */
public record TimedFunction(Callable function) implements TimerKeyword {

  @Override
  public String keyword() {
    return "function";
  }
}

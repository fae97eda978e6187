package pythonic.builtins.functions;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What can be called with positional arguments: the common face of {@link Function0} to {@link Function6}
 * and {@link Procedure0} to {@link Procedure6}. Programs write lambdas and method references; they rarely name
 * this type.
 */
public interface Callable extends Serializable {

  /**
   * {@return the number of arguments that the function takes}
   */
  int arity();

  /**
   * Calls the function with arguments whose number and types only run time knows.
   *
   * @param arguments as many as {@link #arity()} says
   * @return the result, null from a function that returns nothing
   * @throws Exception whatever the function throws
   */
  @Nullable Object invoke(@Nullable Object... arguments) throws Exception;
}

package pythonic.builtins.functions;

/**
 * Calls functions in surroundings of its own: what a thread takes as its {@code context}. Programs use
 * {@code pythonic.contextvars.Context}, which is one.
 */
@FunctionalInterface
public interface Runner {

  /**
   * Calls a function. What it throws passes through.
   *
   * @param function the function
   */
  void run(Procedure0 function);
}

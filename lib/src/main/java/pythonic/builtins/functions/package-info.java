/**
 * Functional interfaces by arity, 0 to 6 arguments, with a value ({@code FunctionN}) and without one
 * ({@code ProcedureN}). They may throw anything and are serializable, so that a lambda or a method reference
 * can run in another process.
 */
package pythonic.builtins.functions;

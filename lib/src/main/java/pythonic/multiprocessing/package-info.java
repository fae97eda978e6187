/**
 * Python's {@code multiprocessing} on child JVMs: {@link pythonic.multiprocessing.Process},
 * {@link pythonic.multiprocessing.Pool}, {@link pythonic.multiprocessing.Manager} and the module's functions in
 * {@link pythonic.multiprocessing.Multiprocessing}.
 */
package pythonic.multiprocessing;

/**
 * Python's {@code multiprocessing} on child JVMs: {@link pythonic.multiprocessing.Process},
 * Pool, Manager and the module's functions in
 * {@link pythonic.multiprocessing.Multiprocessing}.
 */
package pythonic.multiprocessing;

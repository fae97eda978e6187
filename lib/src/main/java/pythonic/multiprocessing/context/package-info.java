/**
 * Python's {@code multiprocessing.context}: an object per start method, with all that the module offers. A context is
 * the seam: what starts processes in another way plugs in here.
 */
package pythonic.multiprocessing.context;

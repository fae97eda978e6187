/**
 * Python's {@code multiprocessing.shared_memory}: blocks of memory with a name, and a list in one.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.shared_memory.html">Python: multiprocessing.shared_memory</a>
 */
package pythonic.multiprocessing.shared_memory;

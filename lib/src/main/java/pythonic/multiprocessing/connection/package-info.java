/**
 * Python's {@code multiprocessing.connection}: messages between processes, on this machine or not, and with CPython on the
 * other side too. The module's functions are static methods of {@link pythonic.multiprocessing.connection.Connection}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.connection">Python:
 *     multiprocessing.connection</a>
 */
package pythonic.multiprocessing.connection;

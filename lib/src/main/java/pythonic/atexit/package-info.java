/**
 * Python's {@code atexit}: functions that are called when the program ends.
 *
 * @see <a href="https://docs.python.org/3/library/atexit.html">Python: atexit</a>
 */
package pythonic.atexit;

/**
 * Python's {@code os}, as far as ports need it: processes and the environment.
 *
 * @see <a href="https://docs.python.org/3/library/os.html">Python: os</a>
 */
package pythonic.os;

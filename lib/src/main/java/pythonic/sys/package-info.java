/**
 * Python's {@code sys}, as far as ports need it: exit, arguments and the standard streams.
 *
 * @see <a href="https://docs.python.org/3/library/sys.html">Python: sys</a>
 */
package pythonic.sys;

/**
 * Python's {@code selectors}: waiting for the first of several objects, each with data of the program's.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html">Python: selectors</a>
 */
package pythonic.selectors;

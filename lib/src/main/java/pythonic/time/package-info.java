/**
 * Python's {@code time}.
 *
 * @see <a href="https://docs.python.org/3/library/time.html">Python: time</a>
 */
package pythonic.time;

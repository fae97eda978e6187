/**
 * Python's {@code subprocess}: other programs, their input and output.
 *
 * @see <a href="https://docs.python.org/3/library/subprocess.html">Python: subprocess</a>
 */
package pythonic.subprocess;

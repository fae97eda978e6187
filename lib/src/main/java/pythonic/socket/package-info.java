/**
 * Python's {@code socket}: so far the addresses that other modules use.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html">Python: socket</a>
 */
package pythonic.socket;

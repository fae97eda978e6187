/**
 * Python's {@code socket}: {@link pythonic.socket.Socket}, whose static members are the module's functions and constants.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html">Python: socket</a>
 */
package pythonic.socket;

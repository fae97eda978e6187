/**
 * Python's {@code select}: waiting for the first of several sockets, pipes, connections or processes.
 *
 * @see <a href="https://docs.python.org/3/library/select.html">Python: select</a>
 */
package pythonic.select;

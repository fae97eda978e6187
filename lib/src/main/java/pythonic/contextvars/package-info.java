/**
 * Python's {@code contextvars}: variables whose values belong to a context, and contexts that functions and threads
 * run in. A thread begins with an empty context, unless it is given one.
 *
 * @see <a href="https://docs.python.org/3/library/contextvars.html">Python: contextvars</a>
 */
package pythonic.contextvars;

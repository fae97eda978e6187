/**
 * Python's {@code threading}: threads, the locks and signals between them, and data of their own.
 *
 * <p>Every call that waits answers {@link java.lang.Thread#interrupt()} with
 * {@link pythonic.builtins.KeyboardInterrupt}: the flag is then clear and nothing was taken. A call that need not
 * wait does not look at the flag. What one thread did before it released a lock, set an event, notified or arrived at
 * a barrier is seen by the thread that this let go on.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html">Python: threading</a>
 */
package pythonic.threading;

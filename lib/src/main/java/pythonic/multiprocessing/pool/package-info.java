/**
 * Python's {@code multiprocessing.pool}: {@link pythonic.multiprocessing.pool.Pool} and the results of its tasks. The
 * work is done by {@code pythonic.internal.pool}, where the way of a task is drawn; here stands what a program sees: calls
 * with Python's names, and how results, errors and callbacks come out of tasks.
 */
package pythonic.multiprocessing.pool;

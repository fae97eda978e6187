/**
 * Python's {@code multiprocessing.pool}: {@link pythonic.multiprocessing.pool.Pool} and the results of its tasks.
 *
 * <pre>{@code
 *   parent JVM                                                        worker JVMs
 *
 *   apply_async ──► tasks ──► WorkerSlot (a thread each) ──► Worker.main: initializer, then
 *     (pickles in      │         sends one task, waits for its          task, reply, task, reply ...
 *      the caller)     │         reply or for the worker's end
 *                      │              │ outcome
 *                      │              ▼
 *   AsyncResult ◄── results ◄── thread _handle_results: unpickles, sets the result, calls callbacks
 * }</pre>
 *
 * <p>A slot has one task at its worker at a time. So when a worker dies exactly that task fails, and the slot starts
 * another worker for the next.
 */
package pythonic.multiprocessing.pool;

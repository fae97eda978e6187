/**
 * The engine of all pools: tasks, each with exactly one outcome, and workers that perform them.
 *
 * <pre>{@code
 *   parent JVM                            shared memory                         worker JVMs
 *
 *   submit: encodes in the                +-----------------------------+
 *     caller, then under the mutex        | TaskBoard                   |       Worker: initializer, then
 *     waiting --- pump ----------- put -> | READY, TAKEN by 1, READY .. | -- take -> performs -+
 *        ^                                +-----------------------------+                      |
 *        | finished                       +-----------------------------+                      |
 *     WorkerPlace (a thread each) <------ | ByteStream, one per worker  | <--- write the reply-+
 *        |  settles the task              +-----------------------------+
 *        v                                  control link: the process's end, and tasks too long for the board
 *     result, or CallbackThread
 * }</pre>
 *
 * <p>There is one board for all workers, so tasks are begun in the order in which they were submitted, as in Python. Who
 * takes a task leaves its name in the task's entry by the same compare-and-set, and a reply that was written is there
 * whatever becomes of its writer. So when a worker dies, by {@code kill -9} too, all that it had done is passed on, exactly
 * the task that it was performing is lost, and what it had not begun lies where it lay.
 *
 * <p>Nobody is woken where somebody looks. One worker at a time looks for tasks before it waits, and says so on the board; one
 * thread of the parent at a time looks for replies, and watches the streams meanwhile ({@link
 * pythonic.internal.pool.Lookout}): mostly the one that waits for a result. So a round trip of one task wakes no thread. A look
 * ends after some ten microseconds in which nothing came.
 *
 * <p>A task is waiting, on the board, or done; the pool's mutex guards the way, and the task itself takes one outcome only.
 */
package pythonic.internal.pool;

/**
 * Python's {@code queue}: queues that threads pass items through. {@link pythonic.queue.Queue} gives the oldest item
 * first, {@link pythonic.queue.LifoQueue} the newest, {@link pythonic.queue.PriorityQueue} the lowest;
 * {@link pythonic.queue.SimpleQueue} is unbounded and counts no tasks.
 *
 * <p>What a thread did before it put an item is visible to the thread that gets it.
 *
 * @see <a href="https://docs.python.org/3/library/queue.html">Python: queue</a>
 */
package pythonic.queue;

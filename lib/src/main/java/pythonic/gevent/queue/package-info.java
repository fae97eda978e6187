/**
 * Python's {@code gevent.queue}: queues between greenlets.
 */
package pythonic.gevent.queue;

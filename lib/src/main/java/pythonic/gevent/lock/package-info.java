/**
 * Python's {@code gevent.lock}: semaphores and a lock between greenlets.
 */
package pythonic.gevent.lock;

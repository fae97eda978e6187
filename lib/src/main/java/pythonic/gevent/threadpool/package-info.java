/**
 * Python's {@code gevent.threadpool}: threads for what would hold up the other greenlets.
 */
package pythonic.gevent.threadpool;

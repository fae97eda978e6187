/**
 * Python's {@code gevent.local}: attributes of which each greenlet has its own.
 */
package pythonic.gevent.local;

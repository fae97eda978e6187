/**
 * Python's {@code gevent.monkey}: nothing is to be patched here.
 */
package pythonic.gevent.monkey;

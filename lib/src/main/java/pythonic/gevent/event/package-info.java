/**
 * Python's {@code gevent.event}: a flag and a result that greenlets wait for.
 */
package pythonic.gevent.event;

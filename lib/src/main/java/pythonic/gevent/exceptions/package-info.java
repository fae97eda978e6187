/**
 * Python's {@code gevent.exceptions}: errors of the hub.
 */
package pythonic.gevent.exceptions;

/**
 * Python's {@code gevent.hub}: what lets greenlets take turns.
 */
package pythonic.gevent.hub;

/**
 * Python's {@code gevent.server}: a server whose connections have greenlets.
 */
package pythonic.gevent.server;

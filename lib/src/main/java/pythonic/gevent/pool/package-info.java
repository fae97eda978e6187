/**
 * Python's {@code gevent.pool}: greenlets that are waited for together, and bounded in number.
 */
package pythonic.gevent.pool;

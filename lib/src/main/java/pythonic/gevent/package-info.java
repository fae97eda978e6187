/**
 * Python's {@code gevent}: greenlets that wait for each other, for time and for whatever the library waits for. The functions of\n * the module are in {@link pythonic.gevent.Gevent}.
 */
package pythonic.gevent;

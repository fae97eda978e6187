/**
 * What sockets do, without Python's names and time-outs.
 *
 * <pre>
 *   Socket, dup of it      Socket         pythonic.socket: names, time-outs, errors in Python's terms
 *          \\                  |
 *       OpenSocket        OpenSocket      counted; shared by those whom {@link pythonic.internal.sockets.Descriptor} counts
 *            |                 |
 *        Transport         Transport      what it can do now: a stream, a listener, datagrams, or the system's own
 *            |                 |
 *         Endpoint          Endpoint      pythonic.internal.channels: the channel, and who waits for it
 * </pre>
 *
 * A transport never waits: a call that cannot be done now says so, and the caller waits at the endpoint. A socket changes
 * its transport when it begins to listen, and the stream its channel when it could not connect, because the JDK's channels are
 * one thing for ever, and closed by a failure.
 */
package pythonic.internal.sockets;

package pythonic.multiprocessing.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.ClientKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.MessageChannel;
import pythonic.socket.Address;

/**
 * One end of a way for messages; the other end is another thread's or process's. Any thread may send and receive. As
 * static methods it has the functions of Python's module {@code multiprocessing.connection}.
 *
 * <p>A call that waits is ended by an interrupt with {@link pythonic.builtins.KeyboardInterrupt}: nothing was received,
 * and nothing sent, unless a message was just on its way; then the connection is closed, as half a message would spoil what
 * comes after it.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#connection-objects">Python: Connection objects</a>
 */
public final class Connection extends ConnectionBase {

  Connection(MessageChannel messages, Codec codec, boolean readable, boolean writable) {
    super(messages, codec, readable, writable);
  }

  /**
   * Connects to a {@link Listener}.
   *
   * @param address where it listens
   * @param keywords {@code family} (by the address), {@code authkey} (none, and then nothing but plain data is received),
   *     {@code pickle} (false)
   * @return the connection
   * @throws pythonic.multiprocessing.AuthenticationError if one of the two ends does not know the key
   * @throws OSError if nobody listens there
   */
  public static Connection Client(Address address, ClientKeyword... keywords) {
    return Connector.connect(address, keywords);
  }

  /** Connects to a {@link Listener} on a UNIX socket, as {@link #Client(Address, ClientKeyword...)} does; the address is a path. */
  public static Connection Client(String address, ClientKeyword... keywords) {
    return Connector.connect(address, keywords);
  }

  /**
   * Waits until one of several things is ready: a connection or a socket when there is something to receive, the end
   * included; a process's {@link pythonic.multiprocessing.Process#sentinel()} when it has ended. Not in Python: a {@link
   * Listener} when somebody connects.
   *
   * @param object_list the things, each once
   * @param <T> their type
   * @return those that are ready, in the order given
   * @throws ValueError if something cannot be waited for
   * @throws pythonic.builtins.KeyError if something is given twice
   * @throws OSError if one is closed, before or meanwhile
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> List<T> wait_(Iterable<T> object_list) {
    return Waits.await(object_list, Deadline.NEVER);
  }

  /**
   * Waits as {@link #wait_(Iterable)} does, at most so many seconds.
   *
   * @param object_list the things, each once
   * @param timeout seconds; 0 or less to look once
   * @param <T> their type
   * @return those that are ready, none if the time was over first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> List<T> wait_(Iterable<T> object_list, double timeout) {
    return Waits.await(object_list, Deadline.after(timeout));
  }

  /** Waits as {@link #wait_(Iterable, double)} does, without a limit for None. */
  public static <T extends @Nullable Object> List<T> wait_(Iterable<T> object_list, Timeout timeout) {
    return Waits.await(object_list, Deadline.afterOrNever(timeout.seconds()));
  }
}

package pythonic.multiprocessing.connection;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.ClientKeyword;
import pythonic.builtins.keywords.Duplex;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.sharedmemory.SharedPipe;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.MessageChannel;
import pythonic.internal.wire.Spawning;
import pythonic.multiprocessing.Pipe;
import pythonic.socket.Address;

/**
 * One end of a way for messages; the other end is another thread's or process's. Any thread may send and receive. As
 * static methods it has the functions of Python's module {@code multiprocessing.connection}.
 *
 * <p>A connection may be handed to a process when that is started, as an argument. Of one that a {@link Listener} or
 * {@link #Client(Address, ClientKeyword...)} gave this process passes the messages on from then on, so it ends with this process. No
 * thread should be using it at that moment.
 *
 * <p>A call that waits is ended by an interrupt with {@link pythonic.builtins.KeyboardInterrupt}: nothing was received,
 * and nothing sent, unless a message was just on its way. A pipe drops the rest of that message; a connection of sockets is closed,
 * as half a message would spoil what comes after it.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#connection-objects">Python: Connection objects</a>
 */
public final class Connection extends ConnectionBase implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  Connection(MessageChannel messages, Codec codec, boolean readable, boolean writable) {
    super(messages, codec, readable, writable);
  }

  /** The end of a pipe in this process. It is closed when it is forgotten. */
  private Connection(SharedPipe pipe, Codec codec, boolean readable) {
    this(pipe, codec, readable, pipe.sends());
    pipe.closeWithout(this);
  }

  /** {@return a pipe whose ends both send and receive} */
  public static Pipe Pipe() {
    return Pipe(true);
  }

  /**
   * {@return a pipe}
   *
   * @param duplex whether both ends send and receive; else {@code conn1} receives and {@code conn2} sends
   */
  public static Pipe Pipe(boolean duplex) {
    SharedPipe.Ends ends = SharedPipe.make(duplex);
    return new Pipe(end(ends.first()), end(ends.second()));
  }

  private static Connection end(SharedPipe pipe) {
    return new Connection(pipe, JavaCodec.TRUSTED, pipe.receives());
  }

  /** {@return a pipe, as {@link #Pipe(boolean)} makes it} */
  public static Pipe Pipe(Duplex duplex) {
    return Pipe(duplex.value());
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
   * @throws ValueError if the address is None, or one of Windows
   * @throws RuntimeError if {@code pickle(true)} is given without the library that it needs
   */
  public static Connection Client(@Nullable Address address, ClientKeyword... keywords) {
    return Connector.connect(address, keywords);
  }

  /** Connects to a {@link Listener} on a UNIX socket, as {@link #Client(Address, ClientKeyword...)} does; the address is a path. */
  public static Connection Client(@Nullable String address, ClientKeyword... keywords) {
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
   * @throws ValueError if something cannot be waited for, or the time is not a number
   * @throws pythonic.builtins.OverflowError if the time is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public static <T extends @Nullable Object> List<T> wait_(Iterable<T> object_list, double timeout) {
    return Waits.await(object_list, Deadline.ofSelector(timeout));
  }

  /** Waits as {@link #wait_(Iterable, double)} does, without a limit for None. */
  public static <T extends @Nullable Object> List<T> wait_(Iterable<T> object_list, Timeout timeout) {
    return Waits.await(object_list, Deadline.ofSelector(timeout.seconds()));
  }

  @Serial
  private Object writeReplace() {
    requireOpen();
    if (!Spawning.isUnderWay()) {
      throw new RuntimeError("Connection objects should only be shared between processes through inheritance");
    }
    return Spawning.form(this, () -> {
      SharedPipe pipe = messages() instanceof SocketWay socket ? socket.pipe(this) : (SharedPipe) messages();
      return new Form(pipe.travel("Connection"), readable(), codec() instanceof JavaCodec java ? java : null);
    });
  }

  /** The end of a pipe on its way to a child. */
  private static final class Form implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final SharedPipe.Form pipe;
    private final boolean readable;

    /** Null for Python's pickle. */
    private final @Nullable JavaCodec codec;

    Form(SharedPipe.Form pipe, boolean readable, @Nullable JavaCodec codec) {
      this.pipe = pipe;
      this.readable = readable;
      this.codec = codec;
    }

    @Serial
    private Object readResolve() {
      return new Connection(pipe.arrive(), codec == null ? new PythonCodec() : codec, readable);
    }
  }
}

package pythonic.internal.manager;

import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;
import pythonic.internal.text.Traceback;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.wire.FrameChannel;
import pythonic.internal.wire.PortableError;

/**
 * The server's end of one connection and the thread that makes its calls, request by request, one answer each. For the
 * objects the thread stands for the one that calls: it owns what that one has taken.
 */
final class Conversation {

  private static final ThreadLocal<@Nullable Conversation> CURRENT = new ThreadLocal<>();

  final long number;
  final Session session;
  private final ManagerServer server;
  private final FrameChannel channel;

  /** Whoever holds it may interrupt the thread, and change what stands in the next four fields. */
  private final Mutex turning = new Mutex();

  private @Nullable Thread worker;
  private long calls;
  private boolean calling;

  /** The call that is to be interrupted as soon as it begins. */
  private long interruptedAhead;

  /** What the thread has taken that none but it can free; used by the thread only. */
  private final ArrayDeque<Owned> owned = new ArrayDeque<>();

  /** What is to be done if the answer reaches nobody; used by the thread only. */
  private @Nullable Runnable ifLost;

  /** Whether the result of a call is made ready; used by the thread only. */
  private boolean answering;

  /** Something that only the thread that took it can free. */
  interface Owned {
    void abandon(long pid);
  }

  Conversation(ManagerServer server, Session session, long number, FrameChannel channel) {
    this.server = server;
    this.session = session;
    this.number = number;
    this.channel = channel;
  }

  /** {@return the one whose call the current thread makes, null if it makes none} */
  static @Nullable Conversation current() {
    return CURRENT.get();
  }

  boolean isAnswering() {
    return answering;
  }

  ManagerServer server() {
    return server;
  }

  /** The thread has taken something; it may do so several times. */
  void own(Owned something) {
    owned.push(something);
  }

  /** The thread has freed something, once. */
  void disown(Owned something) {
    owned.removeFirstOccurrence(something);
  }

  /** The thread has freed something for good. {@return how often it had it} */
  int disownAll(Owned something) {
    int before = owned.size();
    owned.removeIf(something::equals);
    return before - owned.size();
  }

  /** Has something done if the answer to this call reaches nobody. */
  void ifLost(Runnable action) {
    ifLost = action;
  }

  /** Runs until either end closes the connection. */
  void run() {
    try (var _ = turning.hold()) {
      worker = Thread.currentThread();
    }
    CURRENT.set(this);
    try {
      while (true) {
        byte[] frame = channel.read();
        Request request = Request.parse(frame);
        server.dispose(request.disposed(), session);
        if (request.object() == Request.SERVER && request.method().equals(Request.SHUTDOWN)) {
          channel.write(new Reply.Value(null).frame(request.interrupted() ? Reply.INTERRUPTED : 0));
          server.close();
          return;
        }
        channel.write(answer(request, frame));
        ifLost = null;
      }
    } catch (IOException e) {
      // The caller has gone: the server goes on with the others.
    } finally {
      CURRENT.remove();
      channel.close();
      leave();
    }
  }

  /** What the thread owns stays taken while the process lives: nobody else can free it. */
  private void leave() {
    if (ifLost != null) {
      ifLost.run();
    }
    if (!owned.isEmpty()) {
      session.awaitEnd();
      owned.forEach(something -> something.abandon(session.pid));
    }
    session.remove(this);
  }

  private byte[][] answer(Request request, byte[] frame) {
    begin(request.interrupted());
    Reply reply = null;
    int flags = 0;
    try {
      reply = reply(request, frame);
    } finally {
      flags = finish() ? Reply.INTERRUPTED : 0;
    }
    answering = true;
    try {
      return reply.frame(flags | (owned.isEmpty() ? 0 : Reply.OWNS));
    } finally {
      answering = false;
    }
  }

  private void begin(boolean interrupted) {
    try (var _ = turning.hold()) {
      calls++;
      calling = true;
      if (interrupted || interruptedAhead == calls || session.hasEnded()) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@return whether an interrupt is left that the call did not answer} */
  private boolean finish() {
    try (var _ = turning.hold()) {
      calling = false;
      return Thread.interrupted();
    }
  }

  /** Interrupts a call, if it is not over. */
  void interrupt(long call) {
    try (var _ = turning.hold()) {
      if (calls < call) {
        interruptedAhead = call;
      } else if (calling && calls == call && worker != null) {
        worker.interrupt();
      }
    }
  }

  /** The process has ended: so does the call, if there is one, and the connection. */
  void end() {
    try (var _ = turning.hold()) {
      if (calling && worker != null) {
        worker.interrupt();
      } else {
        channel.close(); // the thread reads or writes, or has not begun
      }
    }
  }

  /** {@return whether the thread waits in a call} A racy reading, for tests. */
  boolean isWaiting() {
    Thread thread = worker;
    return calling && thread != null && (thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
  }

  @Nullable Thread worker() {
    return worker;
  }

  private Reply reply(Request request, byte[] frame) {
    Referent referent = null;
    @Nullable Object[] args;
    try {
      args = request.args(frame, server.loader());
      if (request.object() == Request.SERVER) {
        return server.serve(request.method(), args, session);
      }
      referent = server.referent(request.object());
      if (referent == null) {
        throw new KeyError(Long.toHexString(request.object()));
      }
      referent.require(request.method());
    } catch (Exception | LinkageError | StackOverflowError e) {
      return new Reply.Trouble(Traceback.format(e));
    }
    try {
      Object value = referent.call(request.method(), args);
      String type = referent.kind.resultType(request.method());
      return type == null ? new Reply.Value(value) : server.keep(type, value, session);
    } catch (Throwable e) { // whatever the objects' own equals, hashCode or compareTo throws is the caller's to see
      return new Reply.Raised(PortableError.of(e));
    }
  }
}

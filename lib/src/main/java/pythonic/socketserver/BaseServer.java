package pythonic.socketserver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Function0;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;
import pythonic.socket.Address;

/**
 * A server: what it waits for, and what it does with each request. Its methods are there to be overridden.
 *
 * @param <R> what is served: {@code Socket} with streams, {@link DatagramRequest} with datagrams
 * @see <a href="https://docs.python.org/3/library/socketserver.html#server-objects">Python: server objects</a>
 */
public abstract class BaseServer<R> implements AutoCloseable {

  private static final double POLL_INTERVAL = 0.5;

  /** How long it waits for a file to be closed when too many are open. */
  private static final double PAUSE = 0.05;

  private final Function0<? extends BaseRequestHandler<R>> handlers;
  private final Serving serving = new Serving();
  @SuppressWarnings("this-escape") // it is kept, and used when the server is whole
  private final Processing<R> processing = Processing.of(this);

  private volatile Address serverAddress;
  private volatile @Nullable Double timeout;
  private volatile double pollInterval = POLL_INTERVAL;

  /** What {@link #handle_error} is about, in the thread that calls it. */
  private static final ThreadLocal<@Nullable Throwable> ERROR = new ThreadLocal<>();

  /**
   * Makes a server.
   *
   * @param server_address where it is
   * @param handlers makes a handler for each request, such as {@code MyHandler::new}: Python's class
   */
  protected BaseServer(Address server_address, Function0<? extends BaseRequestHandler<R>> handlers) {
    this.serverAddress = server_address;
    this.handlers = handlers;
    this.timeout = this instanceof ForkingMixIn ? ForkingMixIn.TIMEOUT : null;
  }

  final Serving serving() {
    return serving;
  }

  final Processing<R> processing() {
    return processing;
  }

  /** {@return what makes the handlers} */
  public final Function0<? extends BaseRequestHandler<R>> RequestHandlerClass() {
    return handlers;
  }

  /** {@return where it is} */
  public final Address server_address() {
    return serverAddress;
  }

  final void serverAddress(Address address) {
    serverAddress = address;
  }

  /** {@return how many seconds {@link #handle_request} waits, None for no limit} */
  public @Nullable Double timeout() {
    return timeout;
  }

  /** Sets how many seconds {@link #handle_request} waits, None for no limit. */
  public void timeout(@Nullable Double seconds) {
    timeout = seconds;
  }

  /** {@return how often {@link #serve_forever} calls {@link #service_actions} at least, in seconds: Python's parameter} */
  public double poll_interval() {
    return pollInterval;
  }

  /** Sets how often {@link #serve_forever} calls {@link #service_actions} at least, in seconds: 0.5 by default. */
  public void poll_interval(double seconds) {
    pollInterval = seconds;
  }

  /** {@return the number of what it waits for, -1 when it is closed} */
  public abstract int fileno();

  /**
   * Waits for a request and gives it, as {@link #serve_forever} calls it: there is one.
   *
   * @throws OSError if there is none after all; the server goes on
   */
  public abstract Request<R> get_request();

  /** Begins to take requests; does nothing. */
  public void server_activate() {}

  /** Serves requests until {@link #shutdown} is called by another thread. What a handler raises is reported, and it goes on. */
  public void serve_forever() {
    serving.begin();
    try {
      while (!serving.isAsked()) {
        requireOpen();
        if (awaitRequest(Deadline.after(poll_interval()), true)) {
          handleOne();
        }
        service_actions();
      }
    } finally {
      serving.end();
    }
  }

  /**
   * Ends {@link #serve_forever}, and returns when it has ended. If it does not run, its next call ends at once.
   *
   * @throws pythonic.builtins.RuntimeError if it is called by the thread that serves, where CPython waits for ever
   */
  public void shutdown() {
    serving.shutdown();
  }

  /** Called by {@link #serve_forever} after each request, and each {@link #poll_interval()}; looks after children of a forking server. */
  public void service_actions() {
    processing.serviceActions();
  }

  /** Serves one request; when none comes within the time-out, calls {@link #handle_timeout}. */
  public void handle_request() {
    requireOpen();
    if (awaitRequest(Deadline.afterOrNever(shorter(timeout(), socketTimeout())), false)) {
      handleOne();
    } else {
      handle_timeout();
    }
  }

  /** {@return the time-out of the socket that it waits at} {@link #handle_request} waits no longer. */
  @Nullable Double socketTimeout() {
    return null;
  }

  private static @Nullable Double shorter(@Nullable Double one, @Nullable Double other) {
    return one == null ? other : other == null ? one : (Double) Math.min(one, other);
  }

  private void requireOpen() {
    if (fileno() < 0) {
      throw new ValueError("Invalid file descriptor: -1");
    }
  }

  /** {@return whether there is a request, false when the deadline has passed, or the server is to end} */
  private boolean awaitRequest(Deadline deadline, boolean untilShutdown) {
    Waitable waitable = waitable();
    while (waitable.ready(Waitable.READ) == 0) {
      if (deadline.hasPassed() || (untilShutdown && serving.isAsked())) {
        return false;
      }
      serving.sleep(() -> untilShutdown && serving.isAsked(), wake -> waitable.whenReady(Waitable.READ, wake), deadline);
    }
    return !untilShutdown || !serving.isAsked();
  }

  /** What has the number {@link #fileno} is waited for. */
  Waitable waitable() {
    Waitable waitable = Waitable.of(fileno());
    if (waitable == null) {
      throw SystemError.EBADF.raised();
    }
    return waitable;
  }

  private void handleOne() {
    Request<R> got;
    try {
      got = get_request();
    } catch (OSError e) {
      if (Objects.equals(e.errno(), SystemError.EMFILE.number())) { // the request stays where it is: without a pause this would be asked again and again
        serving.sleep(serving::isAsked, _ -> () -> {}, Deadline.after(PAUSE));
      }
      return;
    }
    if (!verify_request(got.request(), got.client_address())) {
      shutdown_request(got.request());
      return;
    }
    try {
      process_request(got.request(), got.client_address());
    } catch (Throwable e) {
      try {
        report(e, got);
      } finally {
        shutdown_request(got.request());
      }
    }
  }

  /** Tells of what a handler threw; what Python does not catch here is thrown on. */
  final void report(Throwable thrown, Request<R> request) {
    if (thrown instanceof BaseException serious) {
      throw serious;
    }
    handle_error(request.request(), request.client_address(), thrown);
  }

  /**
   * Calls {@link #handle_error(Object, Address)}, where {@link #error} gives what was thrown: for a {@code process_request} of one's own. Not in Python,
   * which knows what is being handled.
   */
  public final void handle_error(R request, Address client_address, Throwable thrown) {
    ERROR.set(thrown);
    try {
      handle_error(request, client_address);
    } finally {
      ERROR.remove();
    }
  }

  /** Called when {@link #handle_request} has waited in vain; does nothing, but looks after the children of a forking server. */
  public void handle_timeout() {
    processing.serviceActions();
  }

  /** {@return whether the request is to be served: true} */
  public boolean verify_request(R request, Address client_address) {
    return true;
  }

  /** Serves a request, or has it served by another thread or process: see {@link ThreadingMixIn} and {@link ForkingMixIn}. */
  public void process_request(R request, Address client_address) {
    processing.process(new Request<>(request, client_address));
  }

  /**
   * Serves a request, reports what the handler throws, and ends the request: what a thread of a {@link ThreadingMixIn} does. In Python it is a
   * method of that.
   */
  public void process_request_thread(R request, Address client_address) {
    try {
      finish_request(request, client_address);
    } catch (Throwable e) {
      report(e, new Request<>(request, client_address));
    } finally {
      shutdown_request(request);
    }
  }

  /** Makes a handler, which serves the request. What that throws leaves this method as it is, checked or not. */
  public void finish_request(R request, Address client_address) {
    try {
      handlers.call().serve(request, client_address, this);
    } catch (Exception e) {
      throw Processing.<RuntimeException>unchecked(e);
    }
  }

  /** Ends a request: calls {@link #close_request}. */
  public void shutdown_request(R request) {
    close_request(request);
  }

  /** Lets go of a request; does nothing. */
  public void close_request(R request) {}

  /** Stops listening, and waits for the threads or children that still serve, if {@code block_on_close} says so. */
  public void server_close() {
    processing.close();
  }

  /** {@return what {@link #handle_error} is about: Python has it from {@code sys.exc_info()}; None elsewhere} */
  public final @Nullable Throwable error() {
    return ERROR.get();
  }

  /** Tells of what a handler has thrown, on standard error; {@link #error} gives it. */
  public void handle_error(R request, Address client_address) {
    ErrorReport.write(error(), client_address);
  }

  /** Closes the server: Python's {@code with}. */
  @Override
  public void close() {
    server_close();
  }
}

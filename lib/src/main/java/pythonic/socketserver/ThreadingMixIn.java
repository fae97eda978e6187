package pythonic.socketserver;

import pythonic.builtins.TypeError;

/**
 * Has a server serve each request in a new thread: {@code class MyServer extends UDPServer implements ThreadingMixIn}. The
 * attributes are overridden, or set: {@code server.daemon_threads(true)}. The methods {@code process_request} and
 * {@code process_request_thread} are those of {@link BaseServer}, whose type of requests they need.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ThreadingMixIn">Python: ThreadingMixIn</a>
 */
public interface ThreadingMixIn {

  /** How many threads serve at most, unless a server says otherwise. */
  int MAX_THREADS = 10_000;

  /** {@return whether the threads are daemonic: the program does not wait for them; false} */
  default boolean daemon_threads() {
    return threads().daemonThreads();
  }

  /** Sets whether the threads are daemonic. */
  default void daemon_threads(boolean value) {
    threads().daemonThreads(value);
  }

  /** {@return whether {@code server_close} waits for threads that are not daemonic; true} */
  default boolean block_on_close() {
    return threads().blockOnClose();
  }

  /** Sets whether {@code server_close} waits for threads that are not daemonic. */
  default void block_on_close(boolean value) {
    threads().blockOnClose(value);
  }

  /** {@return whether requests are served by Java's virtual threads; false. Not in Python.} */
  default boolean virtual_threads() {
    return threads().virtualThreads();
  }

  /** Sets whether requests are served by Java's virtual threads, of which ten thousand cost little. Not in Python. */
  default void virtual_threads(boolean value) {
    threads().virtualThreads(value);
  }

  /** {@return how many threads serve at most; further requests wait for one to end. Not in Python, where there is no limit.} */
  default int max_threads() {
    return threads().maxThreads();
  }

  /**
   * Sets how many threads serve at most. Not in Python.
   *
   * @throws pythonic.builtins.ValueError if it is less than 1
   */
  default void max_threads(int count) {
    threads().maxThreads(count);
  }

  /** Stops listening, and waits for the threads that still serve and are not daemonic, if {@link #block_on_close()} says so. */
  void server_close();

  private InThreads<?> threads() {
    if (this instanceof BaseServer<?> server && server.processing() instanceof InThreads<?> threads) {
      return threads;
    }
    throw new TypeError("ThreadingMixIn is for servers");
  }
}

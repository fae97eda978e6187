/**
 * Python's {@code socketserver}: servers that call a handler for each request.
 *
 * <pre>
 *   serve_forever      waits for a request, or for shutdown      the thread that calls it
 *     get_request, verify_request
 *     process_request  ThreadingMixIn: in a new thread           ForkingMixIn: in a child JVM, over a relay
 *       finish_request makes the handler: setup, handle, finish
 *       shutdown_request
 * </pre>
 *
 * <p>Handlers are made anew for each request, by a constructor that takes nothing: {@code new TCPServer(address, MyHandler::new)}.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html">Python: socketserver</a>
 */
package pythonic.socketserver;

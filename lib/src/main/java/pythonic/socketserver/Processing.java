package pythonic.socketserver;

/** How a server has requests served: at once, in threads, or in child processes. */
abstract class Processing<R> {

  static <R> Processing<R> of(BaseServer<R> server) {
    return switch (server) {
      case ThreadingMixIn mixin -> new InThreads<>(server, mixin);
      case ForkingMixIn mixin -> new InChildren<>(server, mixin);
      default -> new AtOnce<>(server);
    };
  }

  abstract void process(Request<R> request);

  void serviceActions() {}

  void close() {}

  /** What user's code throws passes through. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is erased, and so is the check
  static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** In the thread that waits for requests. */
  private static final class AtOnce<R> extends Processing<R> {

    private final BaseServer<R> server;

    AtOnce(BaseServer<R> server) {
      this.server = server;
    }

    @Override
    void process(Request<R> request) {
      server.finish_request(request.request(), request.client_address());
      server.shutdown_request(request.request());
    }
  }
}

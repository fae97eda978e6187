package pythonic.socketserver;

import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pythonic.internal.child.PrivateFolder;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.Process;
import pythonic.socket.Socket;
import pythonic.threading.Thread;

/** A child process for each request, which reaches it through a relay of the parent. */
final class InChildren<R> extends Processing<R> {

  private static final int MAX_CHILDREN = 40;

  private final BaseServer<R> server;
  private final ForkingMixIn mixin;

  /** Those that serve, each with the thread that relays for it and sees to its end. */
  private final Map<Process, Thread> alive = new ConcurrentHashMap<>();

  private volatile int maxChildren = MAX_CHILDREN;
  private volatile boolean blockOnClose = true;

  InChildren(BaseServer<R> server, ForkingMixIn mixin) {
    this.server = server;
    this.mixin = mixin;
  }

  @Override
  void process(Request<R> request) {
    while (alive.size() >= mixin.max_children()) {
      if (server.serving().isAsked()) {
        server.shutdown_request(request.request());
        return;
      }
      server.serving().sleep(() -> server.serving().isAsked() || alive.size() < mixin.max_children(), _ -> () -> {}, Deadline.NEVER);
    }
    PrivateFolder folder = PrivateFolder.create();
    var relay = new Socket(Socket.AF_UNIX, Socket.SOCK_STREAM);
    var isStarted = false;
    try {
      relay.bind(folder.socket().toString());
      relay.listen(1);
      Object request0 = request.request() instanceof DatagramRequest datagram ? datagram.data() : null;
      var child = new Process(target(ChildSide::serve),
          args(server.RequestHandlerClass(), folder.socket().toString(), request.client_address(), request0));
      var thread = new Thread(target(() -> relay(child, relay, folder, request)), daemon(true), virtual(true));
      child.start();
      alive.put(child, thread);
      thread.start();
      isStarted = true;
    } finally {
      if (!isStarted) {
        relay.close();
        folder.close();
      }
    }
  }

  private void relay(Process child, Socket relay, PrivateFolder folder, Request<R> request) {
    var watch = new Thread(target(() -> {
      child.join();
      relay.close(); // a child that has died does not connect any more
    }), daemon(true), virtual(true));
    watch.start();
    try (relay; folder) {
      ParentSide.serve(relay, request.request(), child);
    } catch (Throwable e) {
      server.report(e, request);
    } finally {
      server.shutdown_request(request.request());
      watch.join();
      alive.remove(child);
      server.serving().wake();
    }
  }

  Set<Long> pids() {
    Set<Long> pids = ConcurrentHashMap.newKeySet();
    alive.keySet().forEach(child -> {
      Long pid = child.pid();
      if (pid != null && child.is_alive()) { // what it has sent may still be on its way
        pids.add(pid);
      }
    });
    return pids;
  }

  void joinAll() {
    alive.values().forEach(Thread::join);
  }

  @Override
  void close() {
    if (mixin.block_on_close()) {
      joinAll();
    }
  }

  int maxChildren() {
    return maxChildren;
  }

  void maxChildren(int count) {
    maxChildren = count;
    server.serving().wake();
  }

  boolean blockOnClose() {
    return blockOnClose;
  }

  void blockOnClose(boolean value) {
    blockOnClose = value;
  }
}

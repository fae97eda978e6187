package pythonic.socketserver;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Deadline;
import pythonic.threading.Thread;

/** A thread for each request. */
final class InThreads<R> extends Processing<R> {

  private final BaseServer<R> server;
  private final ThreadingMixIn mixin;

  /** Those that serve and are not daemonic; each goes when it has served. */
  private final Set<Thread> alive = ConcurrentHashMap.newKeySet();

  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean daemonThreads;
  private volatile boolean blockOnClose = true;
  private volatile boolean virtualThreads;
  private volatile int maxThreads = ThreadingMixIn.MAX_THREADS;

  InThreads(BaseServer<R> server, ThreadingMixIn mixin) {
    this.server = server;
    this.mixin = mixin;
  }

  @Override
  void process(Request<R> request) {
    if (!awaitTurn()) {
      server.shutdown_request(request.request()); // the server ends
      return;
    }
    boolean isDaemonic = mixin.daemon_threads();
    Thread[] self = new Thread[1];
    self[0] = new Thread(target(() -> run(request, self[0])), daemon(isDaemonic), virtual(mixin.virtual_threads()));
    if (!isDaemonic && mixin.block_on_close()) {
      alive.add(self[0]);
    }
    try {
      self[0].start();
    } catch (Throwable e) {
      done(self[0]);
      throw e;
    }
  }

  private boolean awaitTurn() {
    while (true) {
      int now = count.get();
      if (now < mixin.max_threads()) {
        if (count.compareAndSet(now, now + 1)) { // others may start threads, too
          return true;
        }
      } else if (server.serving().isAsked()) {
        return false;
      } else {
        server.serving().sleep(() -> server.serving().isAsked() || count.get() < mixin.max_threads(), _ -> () -> {}, Deadline.NEVER);
      }
    }
  }

  private void run(Request<R> request, Thread self) {
    try {
      server.process_request_thread(request.request(), request.client_address());
    } finally {
      done(self);
    }
  }

  private void done(Thread self) {
    alive.remove(self);
    count.decrementAndGet();
    server.serving().wake();
  }

  /** Waits for those that serve, as Python does. */
  @Override
  void close() {
    if (mixin.block_on_close()) {
      alive.forEach(Thread::join);
    }
  }

  boolean daemonThreads() {
    return daemonThreads;
  }

  void daemonThreads(boolean value) {
    daemonThreads = value;
  }

  boolean blockOnClose() {
    return blockOnClose;
  }

  void blockOnClose(boolean value) {
    blockOnClose = value;
  }

  boolean virtualThreads() {
    return virtualThreads;
  }

  void virtualThreads(boolean value) {
    virtualThreads = value;
  }

  int maxThreads() {
    return maxThreads;
  }

  void maxThreads(int value) {
    if (value < 1) {
      throw new ValueError("max_threads must be at least 1");
    }
    maxThreads = value;
    server.serving().wake();
  }
}

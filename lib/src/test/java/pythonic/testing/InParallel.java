package pythonic.testing;

import pythonic.gevent.Gevent;

/** Runs each test on a thread of its own whose greenlets run all at once. */
public final class InParallel extends OnVirtualThreads {

  @Override
  void begin() {
    Gevent.parallel(true);
  }
}

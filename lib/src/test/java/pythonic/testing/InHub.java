package pythonic.testing;

import pythonic.gevent.hub.Hub;
import pythonic.internal.waiting.Strand;

/** Runs each test on a thread of its own, whose helpers are greenlets that take turns with it. */
public final class InHub extends OnVirtualThreads {

  @Override
  void begin() {
    Hub.get_hub();
    Threads.helpersAreGreenletsOf(Strand.enter().hub());
  }
}

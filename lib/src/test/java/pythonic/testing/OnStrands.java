package pythonic.testing;

import pythonic.internal.waiting.Strand;

/** Runs the tests of a class, and their helpers, on threads each of which has a hub: they wait as greenlets do. */
public final class OnStrands extends OnVirtualThreads {

  @Override
  void begin() {
    Strand.enter();
  }
}

package pythonic.jcstress.gevent;

import pythonic.gevent.Gevent;
import pythonic.internal.waiting.Strand;

/** Greenlets that run on whatever thread is free, not on the one that made them: tests make them, and actors use them. */
final class AllAtOnce {

  private AllAtOnce() {}

  /** The current thread's greenlets run all at once, from now on. */
  static void enter() {
    if (Strand.current() == null) {
      Gevent.parallel(true);
    }
  }
}

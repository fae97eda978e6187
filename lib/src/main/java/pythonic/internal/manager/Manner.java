package pythonic.internal.manager;

import org.jspecify.annotations.Nullable;

/** How a call waits. */
public enum Manner {
  /** It never waits in the server, so many threads can do with few connections. */
  QUICK(1.0),
  USUAL(10.0),
  /** When it is interrupted it may still have to wait in the server, and is waited for. */
  PATIENT(null),
  /** It is made while the thread makes another, which it concerns. */
  ASIDE(0.0);

  /** Seconds that the server has to answer when the call is interrupted, null for no limit. */
  final @Nullable Double grace;

  Manner(@Nullable Double grace) {
    this.grace = grace;
  }
}

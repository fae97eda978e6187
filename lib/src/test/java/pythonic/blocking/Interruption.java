package pythonic.blocking;

/** Whether, and when, the thread that makes a call is interrupted. */
enum Interruption {
  NONE,
  BEFORE,
  DURING
}

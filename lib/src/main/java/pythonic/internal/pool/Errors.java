package pythonic.internal.pool;

/** The exceptions that a pool's user gets, which lie on a higher floor. */
public interface Errors {

  /** A worker has ended in the middle of a task, or before it was ready. */
  Throwable lost(String text);

  /** The pool was ended before it had done a task. */
  Throwable terminated(String text);

  /** A result cannot travel. */
  Throwable encoding(String reason, String value);

  /** The traceback of another process, as the cause of what was raised there. */
  Throwable remote(String traceback);
}

package pythonic.concurrent.futures;

/** Python's states of a future. A future leaves PENDING once, RUNNING once, and what is done stays done. */
enum FutureStatus {
  PENDING("pending"),
  RUNNING("running"),
  CANCELLED("cancelled"),
  CANCELLED_AND_NOTIFIED("cancelled"),
  FINISHED("finished");

  final String text;

  FutureStatus(String text) {
    this.text = text;
  }

  boolean isDone() {
    return this != PENDING && this != RUNNING;
  }

  /** A cancelled future counts for those that wait for several only when its executor has noticed. */
  boolean isSettled() {
    return this == FINISHED || this == CANCELLED_AND_NOTIFIED;
  }
}

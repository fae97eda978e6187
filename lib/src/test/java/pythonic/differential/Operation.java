package pythonic.differential;

/** One thread's call of one method. */
record Operation(int thread, Invocation call) {

  /** Threads have numbers below this one. The first never makes a call that blocks, so there is always one that can go on. */
  static final int THREADS = 4;

  @Override
  public String toString() {
    return "T" + thread + " " + call;
  }
}

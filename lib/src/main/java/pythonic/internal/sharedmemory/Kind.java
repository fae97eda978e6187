package pythonic.internal.sharedmemory;

/** What an object of a heap is, as the first word of it says; recovery goes by that. */
enum Kind {
  FREE,
  MUTEX,
  PERMITS,
  ROUNDS,
  /** What needs no recovery: flags, signals, data. */
  OTHER
}

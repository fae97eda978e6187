package pythonic.internal.sharedmemory;

/** What an object of a heap is, as the first word of it says; recovery goes by that. */
enum Kind {
  FREE(0),
  MUTEX(1),
  PERMITS(2),
  ROUNDS(3),
  MESSAGES(5),
  PIPE(6),
  /** What needs no recovery: flags, signals, data. */
  OTHER(4);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Kind of(int code) {
    for (Kind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind of object has the code " + code);
  }
}

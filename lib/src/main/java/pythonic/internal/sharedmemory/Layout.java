package pythonic.internal.sharedmemory;

/** Where things lie in a heap. */
final class Layout {

  /** A number for each wait, so that none is taken for another. */
  static final long TICKETS = 16;

  /** One more than the highest slot that was ever used. */
  static final long SLOTS_USED = 24;

  /** So many slots have memory. */
  static final long SLOTS_RESERVED = 32;

  static final long MEMBERS = 4096;
  static final int MEMBER_COUNT = 512;
  static final long MEMBER_SIZE = 128;

  static final long SLOTS = MEMBERS + MEMBER_COUNT * MEMBER_SIZE;
  static final int SLOT_COUNT = 1 << 14;
  static final long SLOT_SIZE = 64;

  /** Of the 64 bytes of a slot nobody uses the last. */
  static final long SLOT_UNUSED = 63;

  /** The slots that are reserved with the heap. */
  static final int SLOTS_AT_FIRST = 1024;

  static final long OBJECTS = SLOTS + SLOT_COUNT * SLOT_SIZE;

  private Layout() {}
}

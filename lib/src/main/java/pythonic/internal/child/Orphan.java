package pythonic.internal.child;

import pythonic.internal.sharedmemory.SharedHeap;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/**
 * The end of a child whose parent is gone: orderly for half a second, so that files are removed, then at once. Its own children
 * are told first, so that all generations end at the same time and not each half a second after the one before.
 */
final class Orphan {

  private static final int CODE = 1;
  private static final double GRACE = 0.5;

  private Orphan() {}

  static void end() {
    var never = new OneShot();
    Thread.ofPlatform().daemon().name("pythonic-orphan-exit").start(() -> {
      ChildJvm.disownAll();
      SharedHeap.orphaned();
      System.exit(CODE);
    });
    never.await(Deadline.after(GRACE));
    Runtime.getRuntime().halt(CODE);
  }
}

package pythonic.internal.sharedmemory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is done about a process that has ended: locks that it held are marked as abandoned, permits that it held are
 * given back, ends of pipes are closed, barriers in which it waited are told, notifications that it did not live to see are passed on, and all
 * that wait look again, as it may have died just before it would have woken them.
 */
final class Recovery {

  private static final long ORPHAN_SECONDS = 1;

  private Recovery() {}

  /** Recovers a process that has ended, and all that it can be known to have taken along. */
  static void ofPid(SharedHeap heap, long pid) {
    Members members = heap.members();
    members.forEach(index -> {
      if (members.pid(index) == pid) {
        of(heap, index, pid);
      }
    });
    members.forEach(index -> {
      if (members.parent(index) == pid && members.pid(index) != ProcessHandle.current().pid()) {
        orphan(heap, index);
      }
    });
  }

  /**
   * A child of the dead ends too, within two seconds; nobody else is told of it. Java tells of its end when the system has forgotten
   * it: never, where the first process of a container does not wait for what it inherits. So it is looked for once a second, too.
   */
  private static void orphan(SharedHeap heap, int index) {
    long pid = heap.members().pid(index);
    if (heap.members().isAlive(index)) {
      var end = ProcessHandle.of(pid).map(ProcessHandle::onExit).orElseGet(() -> CompletableFuture.completedFuture(null));
      // On the common pool, where nobody waits for it.
      var _ = end.completeOnTimeout(null, ORPHAN_SECONDS, TimeUnit.SECONDS).thenRunAsync(() -> {
        if (heap.members().pid(index) == pid) { // else another has recovered it
          orphan(heap, index);
        }
      });
    } else {
      ofPid(heap, pid);
    }
  }

  private static void of(SharedHeap heap, int index, long pid) {
    if (heap.members().claim(index, pid)) {
      boolean orderly = heap.members().isLeaving(index);
      Allocator.visit(heap.memory(), (kind, offset) -> {
        switch (kind) {
          case MUTEX, ROUNDS -> SharedMutex.abandon(heap.memory(), offset, pid);
          case PERMITS -> SharedPermits.giveBack(heap.memory(), offset, index, orderly);
          case MESSAGES -> RingEnds.abandon(heap.memory(), offset, pid);
          case PIPE -> PipeRing.died(heap.memory(), offset, index);
          case FREE, OTHER -> { }
        }
      });
      RingFiles.deleteUnnamed(heap.folder(), pid);
      heap.waits().forget(index);
      heap.members().remove(index);
      heap.waits().wakeAllToLook();
    }
  }
}

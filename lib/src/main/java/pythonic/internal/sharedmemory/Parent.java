package pythonic.internal.sharedmemory;

/** The process that has started this one, if that is one of the library's. */
public final class Parent {

  /** Set before this process uses anything that it shares with others, 0 if it is no child. */
  private static volatile long known;

  private Parent() {}

  /** Says which process has started this one: the system tells only as long as it lives. */
  public static void is(long pid) {
    known = pid;
  }

  /** {@return its pid, 0 where nobody knows} */
  static long pid() {
    long pid = known;
    return pid != 0 ? pid : ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  /** {@return whether this process is a child, and will end soon as its parent has ended} */
  static boolean hasEnded() {
    long pid = known;
    return pid != 0 && !Members.isAlive(pid);
  }
}

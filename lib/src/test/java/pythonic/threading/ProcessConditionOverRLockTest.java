package pythonic.threading;

import java.util.Arrays;

class ProcessConditionOverRLockTest extends ConditionInterruptContract {

  @Override
  Subject create() {
    var lock = new pythonic.multiprocessing.RLock();
    return Subject.of(new pythonic.multiprocessing.Condition(lock), lock);
  }

  @Override
  boolean ownerMatters() {
    return true;
  }

  @Override
  boolean queuesForTheLock(java.lang.Thread thread) {
    return thread.getState() == java.lang.Thread.State.WAITING
        && Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getMethodName().equals("acquireUninterruptibly"));
  }
}

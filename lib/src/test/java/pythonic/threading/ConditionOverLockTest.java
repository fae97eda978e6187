package pythonic.threading;

class ConditionOverLockTest extends ConditionContract {

  @Override
  Subject create() {
    var lock = new Lock();
    return Subject.of(new Condition(lock), lock);
  }

  @Override
  boolean ownerMatters() {
    return false;
  }
}

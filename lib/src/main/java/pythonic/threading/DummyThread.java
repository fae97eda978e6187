package pythonic.threading;

import pythonic.builtins.RuntimeError;
import pythonic.builtins.keywords.Timeout;

/** Stands for a Java thread that the library did not start, until that ends. */
final class DummyThread extends Thread {

  DummyThread(java.lang.Thread running) {
    super(running, Names.next("Dummy"), true);
  }

  @Override
  public void join() {
    throw cannotJoin();
  }

  @Override
  public void join(double timeout) {
    throw cannotJoin();
  }

  @Override
  public void join(Timeout timeout) {
    throw cannotJoin();
  }

  @Override
  String typeName() {
    return "_DummyThread";
  }

  private static RuntimeError cannotJoin() {
    return new RuntimeError("cannot join a dummy thread");
  }
}

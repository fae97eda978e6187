package pythonic.threading;

import pythonic.internal.lifecycle.JavaMain;

/** Stands for the thread that Java started the program with. */
final class MainThread extends Thread {

  MainThread() {
    super(JavaMain.thread(), "MainThread", JavaMain.thread().isDaemon());
  }

  @Override
  String typeName() {
    return "_MainThread";
  }
}

package pythonic.internal.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import pythonic.builtins.Builtins;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.lifecycle.OtherThreads;
import pythonic.internal.text.Traceback;
import pythonic.internal.wire.Pickler;

/** The main class of a child JVM. */
public final class ChildMain {

  private ChildMain() {}

  /**
   * Runs the job that the parent gives.
   *
   * @param arguments one: the folder of the parent's socket
   */
  public static void main(String[] arguments) throws IOException {
    InputStream in = System.in;
    System.setIn(InputStream.nullInputStream()); // as Python's children: end of file at once
    byte[] key = ChildInput.key(in);
    if (key == null) {
      return; // the parent has ended
    }
    ParentLink link = ParentLink.open(PrivateFolder.of(Path.of(arguments[0])), key);
    Thread.currentThread().setContextClassLoader(link.loader());
    byte[] job = ChildInput.awaitJob(in, link::awaitOrder, warmUp -> run(warmUp, link));
    if (job == null) {
      return; // the same
    }
    int code = run(job, link);
    OtherThreads.join();
    Thread main = Thread.currentThread();
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(link, code, main), "pythonic-child-exit"));
    } catch (IllegalStateException e) {
      return; // it ends already, as its parent has ended
    }
    if (code != 0) {
      System.exit(code);
    }
    // Else the JVM ends of itself, which does the same but for asking whether it is to be logged: that takes some ten ms.
  }

  /** The last of the child: what is done at exit may still need the parent, and ends with it. */
  private static void leave(ParentLink link, int code, Thread main) {
    Lifecycle.awaitEnd();
    OtherThreads.joinBut(main); // it waits for the hooks; all others that run are hooks
    link.exit(code);
  }

  private static int run(byte[] pickled, ParentLink link) {
    try {
      Object job = Pickler.loads(pickled, link.loader());
      if (job instanceof Object[] data) {
        job = ShortJob.read(data, link.loader());
      }
      if (job instanceof ChildJob childJob) {
        return childJob.run();
      }
      throw new IllegalArgumentException("not a job: " + Builtins.type_name(job));
    } catch (Throwable e) { // whatever it is, the parent is told by the exit code and the user by the text
      System.err.print(Traceback.format(e));
      return 1;
    }
  }
}

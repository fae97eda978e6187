package pythonic.concurrent.futures;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import pythonic.builtins.functions.Procedure0;
import pythonic.threading.Thread;

/**
 * What kind of threads an executor has. They are daemons, so that an executor which nobody shuts down does not keep
 * the JVM alive.
 *
 * @param limit how many at most
 * @param prefix how their names begin
 * @param isVirtual whether they are Java's virtual threads
 */
record WorkerThreads(int limit, String prefix, boolean isVirtual) {

  Thread start(int number, Procedure0 work) {
    var thread = new Thread(target(work), name(prefix + "_" + number), daemon(true), virtual(isVirtual));
    thread.start();
    return thread;
  }
}

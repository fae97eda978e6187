package pythonic.threading;

import static pythonic.builtins.Builtins.print;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.io.OutputStream;
import java.io.PrintStream;
import pythonic.atexit.Atexit;
import pythonic.builtins.KeyError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;

/** Threads that fail in every way, on the kind of thread that the argument says. */
@SuppressWarnings("DoNotCallSuggester") // they are called, and fail
public final class FailureProgram {

  /** The same in Python. */
  static final String SCRIPT =
      """
      import sys, threading, atexit
      def bad(): raise ValueError('x')
      def run(f=bad):
          t = threading.Thread(target=f, name='T'); t.start(); t.join()
      def chain():
          try: bad()
          except ValueError as e: raise KeyError('k') from e
      def interrupt(): raise KeyboardInterrupt
      def leave(): raise SystemExit(3)
      print('plain', flush=True); run()
      print('timer', flush=True)
      t = threading.Timer(0, bad); t.name = 'Clock'; t.start(); t.join()
      print(t.finished.is_set(), flush=True)
      print('chain', flush=True); run(chain)
      print('interrupt', flush=True); run(interrupt)
      print('exit', flush=True); run(leave)
      def hook(args): raise KeyError('in hook')
      threading.excepthook = hook
      print('hook', flush=True); run()
      def silent(args): sys.exit(1)
      threading.excepthook = silent
      print('silent', flush=True); run()
      threading.excepthook = threading.__excepthook__
      e = threading.Event()
      def late(): e.wait(); raise ValueError('in daemon')
      d = threading.Thread(target=late, name='D', daemon=True); d.start()
      def end(): e.set(); d.join(); print('end', flush=True)
      atexit.register(end)
      """;

  private FailureProgram() {}

  static void bad() {
    throw new ValueError("x");
  }

  static void chain() {
    try {
      bad();
    } catch (ValueError e) {
      throw (KeyError) new KeyError("k").initCause(e);
    }
  }

  static void interrupt() {
    throw new KeyboardInterrupt();
  }

  static void leave() {
    throw new SystemExit(3);
  }

  public static void main(String[] arguments) {
    boolean virtual = arguments[0].equals("virtual");
    if (arguments.length > 1) {
      brokenErrors(virtual, arguments[1]);
      return;
    }
    print("plain");
    run(virtual, FailureProgram::bad);
    print("timer");
    var timer = new Timer(0, FailureProgram::bad, virtual(virtual));
    timer.name("Clock");
    timer.start();
    timer.join();
    print(timer.finished().is_set());
    print("chain");
    run(virtual, FailureProgram::chain);
    print("interrupt");
    run(virtual, FailureProgram::interrupt);
    print("exit");
    run(virtual, FailureProgram::leave);
    print("hook");
    Threading.excepthook(_ -> {
      throw new KeyError("in hook");
    });
    run(virtual, FailureProgram::bad);
    print("silent");
    Threading.excepthook(_ -> {
      throw new SystemExit(1);
    });
    run(virtual, FailureProgram::bad);
    Threading.excepthook(Threading.__excepthook__());
    var end = new Event();
    var late = new Thread(name("D"), daemon(true), virtual(virtual), target(() -> {
      end.wait_();
      throw new ValueError("in daemon");
    }));
    late.start();
    Atexit.register(() -> {
      end.set();
      late.join();
      print("end");
    });
  }

  private static void run(boolean virtual, Procedure0 body) {
    var thread = new Thread(target(body), name("T"), virtual(virtual));
    thread.start();
    thread.join();
  }

  @SuppressWarnings("NullAway") // what a program may do all the same
  private static void brokenErrors(boolean virtual, String how) {
    System.setErr(how.equals("none") ? null : new PrintStream(OutputStream.nullOutputStream()) {
      @Override
      public void write(byte[] bytes, int from, int length) {
        throw new IllegalStateException("no write");
      }
    });
    run(virtual, FailureProgram::bad);
    print("after");
  }
}

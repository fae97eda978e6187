package pythonic.docs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server of a lesson's port, in a thread of its own: one that hangs holds up no other, and a failure says what it did. */
final class PortServer implements AutoCloseable {

  private static final int LIMIT = 60;

  private final FutureTask<Object> serving;
  private final Thread thread;

  private PortServer(String name, Callable<Object> server) {
    serving = new FutureTask<>(server);
    thread = new Thread(serving, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Serves by a method of the port. */
  static PortServer of(String lesson, String method, Object... arguments) {
    return new PortServer("port of lesson " + lesson, () -> call(lesson, method, arguments));
  }

  /** Calls a method of a port. */
  static Object call(String lesson, String name, Object... arguments) throws Exception {
    Method method = Arrays.stream(Class.forName("Lesson" + lesson).getDeclaredMethods())
        .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length).findFirst().orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** What talks to the server. */
  interface Peer {
    void talk() throws Exception;
  }

  /** Has a peer talk to the server. If that fails, the failure tells what the server did. */
  PortServer with(Peer peer) throws Exception {
    try {
      peer.talk();
      return this;
    } catch (Exception | AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + state(), e);
    }
  }

  /** Waits until the server has come to its end, and fails if it failed. */
  void awaitEnd() throws InterruptedException {
    try {
      serving.get(LIMIT, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(state(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("not ended after " + LIMIT + " seconds: " + state(), e);
    }
  }

  private String state() {
    return switch (serving.state()) {
      case SUCCESS -> thread.getName() + " has served and returned";
      case FAILED -> thread.getName() + " has failed: " + lines(serving.exceptionNow(), serving.exceptionNow().getStackTrace());
      case CANCELLED -> thread.getName() + " was given up";
      case RUNNING -> lines(thread.getName() + " is at", thread.getStackTrace());
    };
  }

  private static String lines(Object head, StackTraceElement[] stack) {
    var lines = new StringBuilder().append(head);
    for (StackTraceElement line : stack) {
      lines.append("\n    at ").append(line);
    }
    return lines.toString();
  }

  /** Gives up a server that has not ended. */
  @Override
  public void close() {
    serving.cancel(true);
  }
}

package pythonic.testing;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs the tests of a class on virtual threads, and with them their helpers. */
public class OnVirtualThreads implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    onVirtualThread(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    onVirtualThread(invocation);
  }

  private void onVirtualThread(Invocation<Void> test) throws Throwable {
    var failure = new Throwable[1]; // written by the thread, read after its end
    Thread thread = Thread.ofVirtual().unstarted(() -> {
      try {
        begin();
        test.proceed();
      } catch (Throwable e) {
        failure[0] = e;
      }
    });
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) { // the test's time is over
      thread.interrupt();
      throw e;
    }
    if (failure[0] != null) {
      throw failure[0];
    }
  }

  /** What the thread does before the test. */
  void begin() {}
}

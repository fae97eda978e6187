package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static pythonic.builtins.Keywords.authkey;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pythonic.multiprocessing.AbandonedLockError;
import pythonic.multiprocessing.managers.SyncManager;
import pythonic.testing.Threads;

/** Has the tests of a class use a manager that serves in this JVM, where one can see which calls wait. */
@NullUnmarked
public final class OnServedManager implements BeforeAllCallback, AfterAllCallback {

  private static final byte[] KEY = "key".getBytes(US_ASCII);

  private static ManagerServer server;
  private static ManagerClient client;
  private static SyncManager manager;
  private static Threads.Helper<Void> serving;

  public static SyncManager manager() {
    return manager;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server = new ManagerServer(null, KEY, ClassLoader.getSystemClassLoader(), List.of(), AbandonedLockError::new);
    serving = Threads.run(server::serve);
    manager = new SyncManager((String) server.address(), authkey(KEY));
    manager.connect();
    client = ManagerClient.find(server.address());
    Threads.waitingMeans(OnServedManager::waits);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Threads.waitingMeans(null);
    client.end();
    server.close();
    serving.join();
  }

  private static boolean waits(Thread thread) {
    Conversation conversation = conversation(thread);
    return conversation != null && conversation.isWaiting();
  }

  private static Conversation conversation(Thread thread) {
    long number = client.numberOf(thread);
    return number == 0 ? null : server.conversation(number);
  }

  /** {@return the thread of the server that makes the call in which a thread waits} */
  public static Thread worker(Thread caller) {
    Conversation conversation = conversation(caller);
    return conversation == null ? caller : conversation.worker();
  }
}

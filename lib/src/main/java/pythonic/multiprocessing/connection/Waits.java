package pythonic.multiprocessing.connection;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;

/** Waits for the first of several connections. */
final class Waits {

  private Waits() {}

  /** {@return those that can be received from, none if the deadline passed first} */
  static List<Connection> await(Iterable<Connection> all, Deadline deadline) {
    List<Connection> connections = ImmutableList.copyOf(all);
    while (true) {
      List<Connection> ready = connections.stream().filter(Connection::poll).toList();
      if (!ready.isEmpty() || !awaitOne(connections, deadline)) {
        return ready;
      }
    }
  }

  /** {@return false if the deadline passed first} One that is told of may be received from by someone else meanwhile. */
  private static boolean awaitOne(List<Connection> connections, Deadline deadline) {
    if (!deadline.isNever() && deadline.remainingNanos() <= 0) {
      return false;
    }
    var waiter = new Waiter();
    var cancels = new ArrayList<Runnable>();
    try {
      for (Connection connection : connections) {
        cancels.add(connection.messages().whenReadable(waiter::signal));
      }
      return waiter.await(deadline);
    } finally {
      cancels.forEach(Runnable::run);
    }
  }
}

package pythonic.internal.manager;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a server that processes have proxies of, and how many. An object without any is let go; one that
 * another object of the server refers to lives as long as that does.
 */
final class ObjectTable {

  private record Lease(long id, @Nullable Session session, Session.Holding holding) {}

  private record Entry(Referent referent, int count) {}

  private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

  /** Proxies on their way, by lease: what they stand for must not go meanwhile. */
  private final Map<Long, Lease> leases = new ConcurrentHashMap<>();

  private final AtomicLong lastLease = new AtomicLong();

  @Nullable Referent get(long id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.referent;
  }

  /** Counts one more proxy of an object, which the process will dispose of or end. */
  void refer(Referent referent, @Nullable Session session) {
    entries.compute(referent.id, (_, entry) -> new Entry(referent, entry == null ? 1 : entry.count + 1));
    if (session != null && !session.refer(referent.id)) {
      release(referent.id, 1);
    }
  }

  void forget(long id, Session session) {
    if (session.forget(id)) {
      release(id, 1);
    }
  }

  void release(long id, int count) {
    Entry entry = entries.get(id);
    if (entries.computeIfPresent(id, (_, now) -> now.count <= count ? null : new Entry(now.referent, now.count - count)) == null && entry != null) {
      entry.referent.dispose();
    }
  }

  /**
   * {@return a lease, under which an object lives until {@link #arrive}, or until the process that sends the proxy ends}
   *
   * @param session the process, null for the server's own
   */
  long lease(Referent referent, @Nullable Session session) {
    long lease = lastLease.incrementAndGet();
    refer(referent, null);
    Session.Holding holding = _ -> end(lease);
    leases.put(lease, new Lease(referent.id, session, holding));
    if (session != null) {
      session.hold(holding);
    }
    return lease;
  }

  private void end(long number) {
    Lease lease = leases.remove(number);
    if (lease != null) {
      if (lease.session != null) {
        lease.session.letGo(lease.holding);
      }
      release(lease.id, 1);
    }
  }

  /** A proxy has arrived in a process; it may do so in several. {@return whether the object is still there} */
  boolean arrive(long id, long lease, Session session) {
    Referent referent = get(id);
    if (referent == null) {
      return false;
    }
    refer(referent, session);
    end(lease);
    return true;
  }

  /** {@return how many objects there are} */
  int size() {
    return entries.size();
  }
}

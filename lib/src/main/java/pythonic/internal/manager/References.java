package pythonic.internal.manager;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** The proxies of this process, each of which the server counts, until they are collected. */
final class References {

  private static final class Proxied extends PhantomReference<Object> {
    private final long id;

    Proxied(Object proxy, ReferenceQueue<Object> queue, long id) {
      super(proxy, queue);
      this.id = id;
    }
  }

  private static final long[] NONE = {};

  private final Set<Proxied> proxied = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  void watch(Object proxy, long id) {
    proxied.add(new Proxied(proxy, collected, id));
  }

  /** {@return the ids of those that have been collected since the last call} */
  long[] disposed() {
    Reference<?> found = collected.poll();
    if (found == null) {
      return NONE;
    }
    LongStream.Builder ids = LongStream.builder();
    for (; found != null; found = collected.poll()) {
      var gone = (Proxied) found;
      proxied.remove(gone);
      ids.add(gone.id);
    }
    return ids.build().toArray();
  }

  int count() {
    return proxied.size();
  }
}

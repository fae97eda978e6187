package pythonic.selectors;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyError;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Interest;
import pythonic.internal.channels.Poller;
import pythonic.internal.channels.Subject;
import pythonic.internal.errors.SystemError;
import pythonic.internal.waiting.Deadline;

/** A selector over the library's poller. The kinds differ in what they make of what is closed. */
abstract sealed class PollerSelector extends BaseSelector permits SelectSelector, PollSelector, EpollSelector {

  private static final int ALL = Selectors.EVENT_READ | Selectors.EVENT_WRITE;

  /** What is registered, by number. */
  private final Map<Object, Registered> all = new LinkedHashMap<>();

  /** Those that turned out to be closed and are waited for no longer. */
  private final Set<Integer> gone = new HashSet<>();

  private final Poller poller = new Poller();
  final Fileno number = new Fileno();
  private boolean isClosed;

  PollerSelector() {}

  private record Registered(SelectorKey key, Subject subject) {}

  /** {@return what to tell of one that is closed, 0 to forget it} */
  abstract int whenClosed(int events);

  /** Whether it can be used no more once it is closed. */
  boolean endsWhenClosed() {
    return false;
  }

  final void requireOpen() {
    if (isClosed && endsWhenClosed()) {
      throw new ValueError("I/O operation on closed epoll object");
    }
  }

  @Override
  public SelectorKey register(Object fileobj, int events, @Nullable Object data) {
    if (events == 0 || (events & ~ALL) != 0) {
      throw new ValueError("Invalid events: " + events);
    }
    int fd = number(fileobj);
    if (all.containsKey(fd)) {
      throw new KeyError(Builtins.repr(fileobj) + " (FD " + fd + ") is already registered");
    }
    requireOpen();
    var key = new SelectorKey(fileobj, fd, events, data);
    all.put(fd, new Registered(key, Subject.of(fileobj)));
    gone.remove(fd);
    return key;
  }

  @Override
  public SelectorKey unregister(Object fileobj) {
    Registered known = all.remove(number(fileobj));
    if (known == null) {
      throw new KeyError(Builtins.repr(fileobj) + " is not registered");
    }
    gone.remove(known.key.fd());
    return known.key;
  }

  /** What is closed has no number, and is found by what it is. */
  @SuppressWarnings("ReferenceEquality") // the same, not an equal one
  private int number(Object fileobj) {
    String wrong;
    try {
      int fd = Subject.fileno(fileobj);
      if (fd >= 0) {
        return fd;
      }
      wrong = "Invalid file descriptor: " + fd;
    } catch (TypeError | ValueError e) {
      wrong = "Invalid file object: " + Builtins.repr(fileobj);
    }
    for (Registered known : all.values()) {
      if (known.key.fileobj() == fileobj) {
        return known.key.fd();
      }
    }
    throw new ValueError(wrong);
  }

  @Nullable SelectorKey find(Object fileobj) {
    Registered known = all.get(number(fileobj));
    return known == null ? null : known.key;
  }

  /** Changes an object in place, whatever the events are. */
  SelectorKey change(Object fileobj, int events, @Nullable Object data) {
    Registered known = all.get(number(fileobj));
    if (known == null) {
      throw new KeyError(Builtins.repr(fileobj) + " is not registered");
    }
    var key = new SelectorKey(known.key.fileobj(), known.key.fd(), events, data);
    all.put(key.fd(), new Registered(key, known.subject));
    return key;
  }

  @Override
  public List<Ready> select() {
    return select(Deadline.NEVER);
  }

  @Override
  public List<Ready> select(double timeout) {
    return select(Deadline.after(timeout));
  }

  private List<Ready> select(Deadline deadline) {
    requireOpen();
    while (!isClosed) {
      List<Registered> asked = new ArrayList<>(all.values());
      asked.removeIf(one -> gone.contains(one.key.fd()));
      var interests = new ArrayList<Interest>(asked.size());
      asked.forEach(one -> interests.add(new Interest(one.subject.waitable(), one.key.events())));
      List<Ready> ready = tell(asked, poller.await(interests, deadline));
      if (!ready.isEmpty() || deadline.hasPassed()) {
        return ready;
      }
    }
    return List.of();
  }

  private List<Ready> tell(List<Registered> asked, int[] found) {
    var ready = new ArrayList<Ready>();
    for (int i = 0; i < found.length; i++) {
      SelectorKey key = asked.get(i).key;
      int events = found[i];
      if (events == Poller.CLOSED) {
        events = whenClosed(key.events());
        if (events == 0) {
          gone.add(key.fd());
        }
      }
      if (events != 0) {
        ready.add(new Ready(key, events));
      }
    }
    return ready;
  }

  @Override
  public @Nullable Map<Object, SelectorKey> get_map() {
    if (isClosed) {
      return null;
    }
    return new SelectorMap(this, Maps.transformValues(all, Registered::key));
  }

  @Override
  public void close() {
    isClosed = true;
    all.clear();
    poller.close();
    number.close();
  }

  static OSError closed() {
    return SystemError.EBADF.raised();
  }
}

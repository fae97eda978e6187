package pythonic.gevent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.greenlets.Failures;
import pythonic.internal.greenlets.Link;
import pythonic.internal.greenlets.Links;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Strand;

/**
 * Who is told of a greenlet's end. Mostly that is one of its own hub, whom a field holds, so that to be waited for costs no
 * object; that field is filled, and its link told, only by who has the hub's turn. Several, and those of other hubs, are in
 * {@link Links}, which then stay; whoever moves a link there, or takes it out, does so by compare-and-set.
 */
abstract class Announced extends pythonic.greenlet.Greenlet {

  private static final VarHandle TOLD;

  static {
    try {
      TOLD = MethodHandles.lookup().findVarHandle(Announced.class, "told", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Hub hub;

  /** Null for nobody, one Link, or Links. */
  private volatile @Nullable Object told;

  /** Whether a callback that tells is in the hub's queue, or goes on when who was told waits. Touched by who has the hub's turn. */
  private boolean telling;

  Announced(Hub hub) {
    super((Callable) null, face(hub));
    this.hub = hub;
  }

  private static pythonic.greenlet.Greenlet face(Hub hub) {
    Object face = hub.face();
    return face == null ? pythonic.gevent.hub.Hub.get_hub() : (pythonic.greenlet.Greenlet) face;
  }

  abstract boolean hasEnded();

  @SuppressWarnings("ReferenceEquality") // a hub is only ever itself
  final void link(Link link) {
    if (link.home() == hub && hub.isMine() && TOLD.compareAndSet(this, null, link)) {
      check();
    } else {
      links().add(link);
    }
  }

  /** {@return several, to which who was alone belongs} */
  private Links links() {
    while (true) {
      Object known = told;
      if (known instanceof Links all) {
        return all;
      }
      var all = new Links(this, this::hasEnded, true, telling && hub.isMine());
      if (TOLD.compareAndSet(this, known, all)) {
        if (known != null) {
          all.add((Link) known);
        }
        return all;
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // this very link
  final void unlink(Link link) {
    Object known = told;
    if (known instanceof Links all) {
      all.remove(link);
    } else if (known == link && !TOLD.compareAndSet(this, link, null)) {
      unlink(link); // it was moved
    }
  }

  final void unlinkCallback(Callable callback) {
    Object known = told;
    if (known instanceof Links all) {
      all.remove(callback);
    } else if (known instanceof Link link && link.isOf(callback)) {
      unlink(link);
    }
  }

  final void unlinkAll() {
    Object known = told;
    if (known instanceof Links all) {
      all.clear();
    } else if (known instanceof Link link) {
      unlink(link);
    }
  }

  /** If it has ended, who is linked is told soon. */
  final void check() {
    Object known = told;
    if (known instanceof Links all) {
      all.check();
    } else if (known != null && hasEnded()) {
      if (!hub.isMine()) {
        links().check();
      } else if (!telling) {
        telling = true;
        hub.addHere((Runnable) this::tell);
      }
    }
  }

  /** In a callback: as long as somebody is alone there. */
  private void tell() {
    while (told instanceof Link link) {
      Object first = null;
      if (TOLD.compareAndSet(this, link, null)) {
        try {
          first = link.fire(this);
        } catch (Throwable e) {
          Failures.report(link.described(this), e);
        }
      }
      if (first != null) {
        hub.addFirst((Runnable) this::tell); // when it waits again
        if (first instanceof Strand strand) {
          strand.wakeFirst();
        } else {
          hub.addFirst(first);
        }
        return;
      }
    }
    telling = false;
    if (told instanceof Links all) {
      all.tell();
    }
  }

  /** Waits until it has ended. {@return false if the deadline passed first} */
  final boolean await(Deadline deadline) {
    if (hasEnded()) {
      return true;
    }
    var wait = new Switch(this);
    link(wait);
    boolean over = false;
    try {
      over = wait.await(deadline);
      return over;
    } finally {
      if (!over) {
        unlink(wait);
      }
    }
  }
}

package pythonic.gevent;

import pythonic.builtins.functions.Procedure1;

/**
 * What greenlets can wait for by {@link Gevent#wait_}, {@link Gevent#iwait} and {@link Gevent#joinall}.
 *
 * @see <a href="https://www.gevent.org/api/gevent.event.html">gevent: AbstractLinkable</a>
 */
public interface AbstractLinkable {

  /** {@return whether it need not be waited for} */
  boolean ready();

  /**
   * Has a function called with this object when it is ready, by the hub: the function may not wait.
   *
   * @param callback the function
   */
  void rawlink(Procedure1<Object> callback);

  /**
   * Forgets a function given to {@link #rawlink}.
   *
   * @param callback the function
   */
  void unlink(Procedure1<Object> callback);
}

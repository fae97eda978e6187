package pythonic.internal.channels;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a thread can wait for beside other things, a socket, a pipe, the end of a process: is it ready now, and tell me
 * once when it may be. The types that users see offer such a view of themselves by {@link #offer}, and whoever waits for
 * several things finds it by {@link #of}: {@code Connection.wait_} and {@code Select.select}. {@link Interest#await} is the wait.
 */
public interface Waitable {

  /** To read, to receive or to accept, the end of a stream included; of a process, that it has ended. */
  int READ = 1;

  /** To write or to send. Who writes where nobody reads any more does not have to wait either. */
  int WRITE = 2;

  /** It has failed, of which nobody was told. */
  int ERROR = 8;

  /** Nothing more can come, and nothing be sent. */
  int HANG_UP = 16;

  /** The other end sends no more. */
  int END = 32;

  /**
   * {@return those of the uses, a sum, that would not have to wait at this moment}
   *
   * @throws pythonic.builtins.OSError if it is closed
   */
  int ready(int uses);

  /**
   * Asks to be told once when one of the uses may have become possible, or it was closed: at once, if that is so already,
   * by this thread or another. Who is told asks {@link #ready} again: another thread may have been faster.
   *
   * @param wake is short and does not block
   * @return takes the request back; fine when it is over
   */
  Runnable whenReady(int uses, Runnable wake);

  /** {@return what the system itself can watch of it now, null if only the two methods above tell} */
  default @Nullable Endpoint<?> endpoint() {
    return null;
  }

  /** {@return what is watched for some uses, as a SelectionKey has it} Asked where there is an endpoint. */
  default int operations(int uses) {
    return 0;
  }

  /** {@return whether there is something to read that the system has handed over already} Asked where there is an endpoint. */
  default boolean hasAhead() {
    return false;
  }

  /**
   * {@return what poll and epoll tell: of the uses that were ready those that poll calls so, and what is known of its end}
   *
   * @param ready the uses that were ready
   * @param wantsEnd whether {@link #END} is of interest
   * @throws pythonic.builtins.OSError if it is closed
   */
  default int told(int ready, boolean wantsEnd) {
    return ready;
  }

  /** Says how objects of a type, and of its subclasses, are waited for: in the type's static initialiser. */
  static <T> void offer(Class<T> type, Function<? super T, ? extends Waitable> view) {
    Views.add(type, view);
  }

  /** {@return how an object is waited for, null if it cannot be} An int is the {@link Fileno} of one, 0 standard input. */
  static @Nullable Waitable of(@Nullable Object object) {
    if (object instanceof Integer number && number == StandardInput.NUMBER) {
      return StandardInput.INSTANCE;
    }
    Object thing = object instanceof Integer number ? Fileno.owner(number) : object;
    return thing == null ? null : Views.of(thing);
  }
}

package pythonic.internal.sockets;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The options that a program has set on a socket. They are handed on when its channel is replaced, and to what it accepts. */
public final class Remembered {

  private final Map<SocketOption<?>, Object> values = new ConcurrentHashMap<>();

  /** Notes what an option was set to. */
  public void put(SocketOption<?> option, Object value) {
    values.put(option, value);
  }

  /** {@return what an option was set to, null if it was not} */
  public @Nullable Object get(SocketOption<?> option) {
    return values.get(option);
  }

  /** {@return a copy, for a socket of its own} */
  public Remembered copy() {
    var copy = new Remembered();
    copy.values.putAll(values);
    return copy;
  }

  @SuppressWarnings("unchecked") // an option is kept with a value of its type
  void applyTo(NetworkChannel channel) throws IOException {
    for (Map.Entry<SocketOption<?>, Object> entry : values.entrySet()) {
      if (channel.supportedOptions().contains(entry.getKey())) {
        channel.setOption((SocketOption<Object>) entry.getKey(), entry.getValue());
      }
    }
  }
}

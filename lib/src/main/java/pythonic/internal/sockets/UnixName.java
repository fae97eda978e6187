package pythonic.internal.sockets;

import java.net.SocketAddress;
import java.util.Arrays;

/** A name of a UNIX socket that is no path: Linux keeps those that begin with a zero byte. An empty one asks for any that is free. */
public final class UnixName extends SocketAddress {

  private static final long serialVersionUID = 1;

  private final byte[] name;

  /** Takes its bytes, the leading zero included. */
  public UnixName(byte[] name) {
    this.name = name.clone();
  }

  /** {@return its bytes} */
  public byte[] bytes() {
    return name.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnixName that && Arrays.equals(name, that.name);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(name);
  }
}

package pythonic.socket;

import java.nio.ByteOrder;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;
import pythonic.internal.sockets.ControlMessages;

/**
 * Numbers and addresses as the network has them; a program finds these functions in {@link Socket}, as {@code Socket.htons(80)}.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#other-functions">Python: functions of socket</a>
 */
public abstract sealed class SocketNumbers extends SocketConstants permits SocketNames {

  /** The longest of messages and rooms that Python computes. */
  private static final long MOST_LENGTH = Integer.MAX_VALUE - 16;
  private static final long MOST_SPACE = Integer.MAX_VALUE - 24;

  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  SocketNumbers() {}

  /**
   * {@return a number of 16 bits in the network's order of bytes}
   *
   * @param x the number in this machine's order
   * @throws OverflowError if it has more bits, or is negative
   */
  public static int htons(int x) {
    return shortSwapped(x, "htons");
  }

  /** {@return a number of 16 bits in this machine's order of bytes} Raises what {@link #htons} does. */
  public static int ntohs(int x) {
    return shortSwapped(x, "ntohs");
  }

  private static int shortSwapped(int x, String call) {
    if (x < 0) {
      throw new OverflowError(call + ": can't convert negative Python int to C 16-bit unsigned integer");
    }
    if (x > 0xffff) {
      throw new OverflowError(call + ": Python int too large to convert to C 16-bit unsigned integer");
    }
    return LITTLE ? Short.toUnsignedInt(Short.reverseBytes((short) x)) : x;
  }

  /**
   * {@return a number of 32 bits in the network's order of bytes}
   *
   * @param x the number in this machine's order
   * @throws OverflowError if it has more bits, or is negative
   */
  public static long htonl(long x) {
    if (x < 0) {
      throw new OverflowError("can't convert negative value to unsigned int");
    }
    if (x > 0xffff_ffffL) {
      throw new OverflowError("int larger than 32 bits");
    }
    return LITTLE ? Integer.toUnsignedLong(Integer.reverseBytes((int) x)) : x;
  }

  /** {@return a number of 32 bits in this machine's order of bytes} Raises what {@link #htonl} does. */
  public static long ntohl(long x) {
    return htonl(x);
  }

  /**
   * {@return an address of IPv4 as four bytes}
   *
   * @param ip_addr one to four numbers with points between them, as the C library takes them
   * @throws OSError if it is none
   */
  public static byte[] inet_aton(String ip_addr) {
    byte[] packed = Numbers.four(ip_addr);
    if (packed == null) {
      throw new OSError("illegal IP address string passed to inet_aton");
    }
    return packed;
  }

  /**
   * {@return an address of IPv4 as text}
   *
   * @param packed_ip four bytes
   * @throws OSError if they are not four
   */
  public static String inet_ntoa(byte[] packed_ip) {
    if (packed_ip.length != 4) {
      throw new OSError("packed IP wrong length for inet_ntoa");
    }
    return Numbers.text(packed_ip);
  }

  /**
   * {@return an address as bytes}
   *
   * @param address_family AF_INET or AF_INET6
   * @param ip_string the address as text
   * @throws OSError if it is none
   */
  public static byte[] inet_pton(int address_family, String ip_string) {
    byte[] packed = switch (address_family) {
      case AF_INET -> Numbers.strictFour(ip_string);
      case AF_INET6 -> Numbers.six(ip_string);
      default -> throw SystemError.EAFNOSUPPORT.raised();
    };
    if (packed == null) {
      throw new OSError("illegal IP address string passed to inet_pton");
    }
    return packed;
  }

  /**
   * {@return an address as text}
   *
   * @param address_family AF_INET or AF_INET6
   * @param packed_ip four bytes, or sixteen
   * @throws ValueError if there are more or fewer, or the family is another
   */
  public static String inet_ntop(int address_family, byte[] packed_ip) {
    if (address_family != AF_INET && address_family != AF_INET6) {
      throw new ValueError("unknown address family " + address_family);
    }
    if (packed_ip.length != (address_family == AF_INET ? 4 : 16)) {
      throw new ValueError("invalid length of packed IP address string");
    }
    return Numbers.text(packed_ip);
  }

  /**
   * {@return how long ancillary data is with so many bytes of data, without what fills it up to the next}
   *
   * @throws OverflowError if the length is negative or too much
   */
  public static long CMSG_LEN(long length) {
    return ControlMessages.length(requireLength(length, MOST_LENGTH, "CMSG_LEN"));
  }

  /** {@return how much room ancillary data takes with so many bytes of data} Raises what {@link #CMSG_LEN} does. */
  public static long CMSG_SPACE(long length) {
    return ControlMessages.space(requireLength(length, MOST_SPACE, "CMSG_SPACE"));
  }

  private static long requireLength(long length, long most, String call) {
    if (length < 0 || length > most) {
      throw new OverflowError(call + "() argument out of range");
    }
    return length;
  }
}

package pythonic.socket;

/**
 * The constants of sockets, as Python names them; a program finds them in {@link Socket}, as {@code Socket.AF_INET}. The numbers are Linux's, on every
 * system, so that programs give the same everywhere. What an option does not do here is told by {@code setsockopt}.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#constants">Python: constants of socket</a>
 */
public abstract sealed class SocketConstants extends ProtocolConstants permits SocketNumbers {

  SocketConstants() {}

  // Families of addresses
  public static final int AF_UNSPEC = 0;
  public static final int AF_UNIX = 1;
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;

  // Kinds of sockets
  public static final int SOCK_STREAM = 1;
  public static final int SOCK_DGRAM = 2;
  public static final int SOCK_RAW = 3;
  public static final int SOCK_RDM = 4;
  public static final int SOCK_SEQPACKET = 5;
  public static final int SOCK_NONBLOCK = 2048;
  public static final int SOCK_CLOEXEC = 524288;

  // Levels of options
  public static final int SOL_SOCKET = 1;
  public static final int SOL_IP = 0;
  public static final int SOL_TCP = 6;
  public static final int SOL_UDP = 17;

  // Options of SOL_SOCKET
  public static final int SO_ACCEPTCONN = 30;
  public static final int SO_BINDTODEVICE = 25;
  public static final int SO_BINDTOIFINDEX = 62;
  public static final int SO_BROADCAST = 6;
  public static final int SO_DEBUG = 1;
  public static final int SO_DOMAIN = 39;
  public static final int SO_DONTROUTE = 5;
  public static final int SO_ERROR = 4;
  public static final int SO_INCOMING_CPU = 49;
  public static final int SO_KEEPALIVE = 9;
  public static final int SO_LINGER = 13;
  public static final int SO_MARK = 36;
  public static final int SO_OOBINLINE = 10;
  public static final int SO_PASSCRED = 16;
  public static final int SCM_RIGHTS = 1;
  public static final int SCM_CREDENTIALS = 2;
  public static final int SO_PASSSEC = 34;
  public static final int SO_PEERCRED = 17;
  public static final int SO_PEERSEC = 31;
  public static final int SO_PRIORITY = 12;
  public static final int SO_PROTOCOL = 38;
  public static final int SO_RCVBUF = 8;
  public static final int SO_RCVLOWAT = 18;
  public static final int SO_RCVTIMEO = 20;
  public static final int SO_REUSEADDR = 2;
  public static final int SO_REUSEPORT = 15;
  public static final int SO_SNDBUF = 7;
  public static final int SO_SNDLOWAT = 19;
  public static final int SO_SNDTIMEO = 21;
  public static final int SO_TYPE = 3;

  // Flags of send and recv
  public static final int MSG_CMSG_CLOEXEC = 1073741824;
  public static final int MSG_CONFIRM = 2048;
  public static final int MSG_CTRUNC = 8;
  public static final int MSG_DONTROUTE = 4;
  public static final int MSG_DONTWAIT = 64;
  public static final int MSG_EOR = 128;
  public static final int MSG_ERRQUEUE = 8192;
  public static final int MSG_FASTOPEN = 536870912;
  public static final int MSG_MORE = 32768;
  public static final int MSG_NOSIGNAL = 16384;
  public static final int MSG_OOB = 1;
  public static final int MSG_PEEK = 2;
  public static final int MSG_TRUNC = 32;
  public static final int MSG_WAITALL = 256;

  // What shutdown ends
  public static final int SHUT_RD = 0;
  public static final int SHUT_WR = 1;
  public static final int SHUT_RDWR = 2;

  // The longest queue of connections
  public static final int SOMAXCONN = 4096;

  // Flags of getaddrinfo
  public static final int AI_ADDRCONFIG = 32;
  public static final int AI_ALL = 16;
  public static final int AI_CANONNAME = 2;
  public static final int AI_NUMERICHOST = 4;
  public static final int AI_NUMERICSERV = 1024;
  public static final int AI_PASSIVE = 1;
  public static final int AI_V4MAPPED = 8;

  // Errors of getaddrinfo
  public static final int EAI_ADDRFAMILY = -9;
  public static final int EAI_AGAIN = -3;
  public static final int EAI_BADFLAGS = -1;
  public static final int EAI_FAIL = -4;
  public static final int EAI_FAMILY = -6;
  public static final int EAI_MEMORY = -10;
  public static final int EAI_NODATA = -5;
  public static final int EAI_NONAME = -2;
  public static final int EAI_OVERFLOW = -12;
  public static final int EAI_SERVICE = -8;
  public static final int EAI_SOCKTYPE = -7;
  public static final int EAI_SYSTEM = -11;

  // Flags of getnameinfo
  public static final int NI_DGRAM = 16;
  public static final int NI_IDN = 32;
  public static final int NI_MAXHOST = 1025;
  public static final int NI_MAXSERV = 32;
  public static final int NI_NAMEREQD = 8;
  public static final int NI_NOFQDN = 4;
  public static final int NI_NUMERICHOST = 1;
  public static final int NI_NUMERICSERV = 2;

  // Addresses as numbers
  public static final long INADDR_ALLHOSTS_GROUP = 3758096385L;
  public static final int INADDR_ANY = 0;
  public static final long INADDR_BROADCAST = 4294967295L;
  public static final int INADDR_LOOPBACK = 2130706433;
  public static final long INADDR_MAX_LOCAL_GROUP = 3758096639L;
  public static final long INADDR_NONE = 4294967295L;
  public static final long INADDR_UNSPEC_GROUP = 3758096384L;
}

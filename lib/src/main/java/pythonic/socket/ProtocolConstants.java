package pythonic.socket;

/**
 * Protocols and their options, as Python names them; a program finds them in {@link Socket}, as {@code Socket.TCP_NODELAY}. The numbers are Linux's, on every
 * system, so that programs give the same everywhere. What an option does not do here is told by {@code setsockopt}.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#constants">Python: constants of socket</a>
 */
public abstract sealed class ProtocolConstants permits SocketConstants {

  ProtocolConstants() {}

  // Protocols
  public static final int IPPROTO_AH = 51;
  public static final int IPPROTO_DSTOPTS = 60;
  public static final int IPPROTO_EGP = 8;
  public static final int IPPROTO_ESP = 50;
  public static final int IPPROTO_FRAGMENT = 44;
  public static final int IPPROTO_GRE = 47;
  public static final int IPPROTO_HOPOPTS = 0;
  public static final int IPPROTO_ICMP = 1;
  public static final int IPPROTO_ICMPV6 = 58;
  public static final int IPPROTO_IDP = 22;
  public static final int IPPROTO_IGMP = 2;
  public static final int IPPROTO_IP = 0;
  public static final int IPPROTO_IPIP = 4;
  public static final int IPPROTO_IPV6 = 41;
  public static final int IPPROTO_MPTCP = 262;
  public static final int IPPROTO_NONE = 59;
  public static final int IPPROTO_PIM = 103;
  public static final int IPPROTO_PUP = 12;
  public static final int IPPROTO_RAW = 255;
  public static final int IPPROTO_ROUTING = 43;
  public static final int IPPROTO_RSVP = 46;
  public static final int IPPROTO_SCTP = 132;
  public static final int IPPROTO_TCP = 6;
  public static final int IPPROTO_TP = 29;
  public static final int IPPROTO_UDP = 17;
  public static final int IPPROTO_UDPLITE = 136;

  // Options of IPPROTO_IP
  public static final int IP_ADD_MEMBERSHIP = 35;
  public static final int IP_ADD_SOURCE_MEMBERSHIP = 39;
  public static final int IP_BIND_ADDRESS_NO_PORT = 24;
  public static final int IP_BLOCK_SOURCE = 38;
  public static final int IP_DEFAULT_MULTICAST_LOOP = 1;
  public static final int IP_DEFAULT_MULTICAST_TTL = 1;
  public static final int IP_DROP_MEMBERSHIP = 36;
  public static final int IP_DROP_SOURCE_MEMBERSHIP = 40;
  public static final int IP_HDRINCL = 3;
  public static final int IP_MAX_MEMBERSHIPS = 20;
  public static final int IP_MULTICAST_IF = 32;
  public static final int IP_MULTICAST_LOOP = 34;
  public static final int IP_MULTICAST_TTL = 33;
  public static final int IP_OPTIONS = 4;
  public static final int IP_PKTINFO = 8;
  public static final int IP_RECVOPTS = 6;
  public static final int IP_RECVRETOPTS = 7;
  public static final int IP_RECVTOS = 13;
  public static final int IP_RETOPTS = 7;
  public static final int IP_TOS = 1;
  public static final int IP_TRANSPARENT = 19;
  public static final int IP_TTL = 2;
  public static final int IP_UNBLOCK_SOURCE = 37;

  // Options of IPPROTO_IPV6
  public static final int IPV6_CHECKSUM = 7;
  public static final int IPV6_DONTFRAG = 62;
  public static final int IPV6_DSTOPTS = 59;
  public static final int IPV6_HOPLIMIT = 52;
  public static final int IPV6_HOPOPTS = 54;
  public static final int IPV6_JOIN_GROUP = 20;
  public static final int IPV6_LEAVE_GROUP = 21;
  public static final int IPV6_MULTICAST_HOPS = 18;
  public static final int IPV6_MULTICAST_IF = 17;
  public static final int IPV6_MULTICAST_LOOP = 19;
  public static final int IPV6_NEXTHOP = 9;
  public static final int IPV6_PATHMTU = 61;
  public static final int IPV6_PKTINFO = 50;
  public static final int IPV6_RECVDSTOPTS = 58;
  public static final int IPV6_RECVHOPLIMIT = 51;
  public static final int IPV6_RECVHOPOPTS = 53;
  public static final int IPV6_RECVPATHMTU = 60;
  public static final int IPV6_RECVPKTINFO = 49;
  public static final int IPV6_RECVRTHDR = 56;
  public static final int IPV6_RECVTCLASS = 66;
  public static final int IPV6_RTHDR = 57;
  public static final int IPV6_RTHDRDSTOPTS = 55;
  public static final int IPV6_RTHDR_TYPE_0 = 0;
  public static final int IPV6_TCLASS = 67;
  public static final int IPV6_UNICAST_HOPS = 16;
  public static final int IPV6_V6ONLY = 26;

  // Options of IPPROTO_TCP
  public static final int TCP_CC_INFO = 26;
  public static final int TCP_CONGESTION = 13;
  public static final int TCP_CORK = 3;
  public static final int TCP_DEFER_ACCEPT = 9;
  public static final int TCP_FASTOPEN = 23;
  public static final int TCP_FASTOPEN_CONNECT = 30;
  public static final int TCP_FASTOPEN_KEY = 33;
  public static final int TCP_FASTOPEN_NO_COOKIE = 34;
  public static final int TCP_INFO = 11;
  public static final int TCP_INQ = 36;
  public static final int TCP_KEEPCNT = 6;
  public static final int TCP_KEEPIDLE = 4;
  public static final int TCP_KEEPINTVL = 5;
  public static final int TCP_LINGER2 = 8;
  public static final int TCP_MAXSEG = 2;
  public static final int TCP_MD5SIG = 14;
  public static final int TCP_MD5SIG_EXT = 32;
  public static final int TCP_NODELAY = 1;
  public static final int TCP_NOTSENT_LOWAT = 25;
  public static final int TCP_QUEUE_SEQ = 21;
  public static final int TCP_QUICKACK = 12;
  public static final int TCP_REPAIR = 19;
  public static final int TCP_REPAIR_OPTIONS = 22;
  public static final int TCP_REPAIR_QUEUE = 20;
  public static final int TCP_REPAIR_WINDOW = 29;
  public static final int TCP_SAVED_SYN = 28;
  public static final int TCP_SAVE_SYN = 27;
  public static final int TCP_SYNCNT = 7;
  public static final int TCP_THIN_DUPACK = 17;
  public static final int TCP_THIN_LINEAR_TIMEOUTS = 16;
  public static final int TCP_TIMESTAMP = 24;
  public static final int TCP_TX_DELAY = 37;
  public static final int TCP_ULP = 31;
  public static final int TCP_USER_TIMEOUT = 18;
  public static final int TCP_WINDOW_CLAMP = 10;
  public static final int TCP_ZEROCOPY_RECEIVE = 35;
}

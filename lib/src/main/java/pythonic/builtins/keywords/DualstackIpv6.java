package pythonic.builtins.keywords;

/**
 * Whether a server of IPv6 takes connections of IPv4 too.
 *
 * @param value true if it does
 */
public record DualstackIpv6(boolean value) implements CreateServerKeyword {

  @Override
  public String keyword() {
    return "dualstack_ipv6";
  }
}

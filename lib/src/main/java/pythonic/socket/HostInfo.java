package pythonic.socket;

import java.util.List;
import pythonic.builtins.Builtins;

/**
 * What is known of a host: Python's {@code (hostname, aliaslist, ipaddrlist)}.
 *
 * @param hostname its name
 * @param aliaslist other names of it; Java does not tell them, so none
 * @param ipaddrlist its addresses
 */
public record HostInfo(String hostname, List<String> aliaslist, List<String> ipaddrlist) {

  /** {@return Python's repr of the tuple} */
  @Override
  public String toString() {
    return "(" + Builtins.repr(hostname) + ", " + Builtins.repr(aliaslist) + ", " + Builtins.repr(ipaddrlist) + ")";
  }
}

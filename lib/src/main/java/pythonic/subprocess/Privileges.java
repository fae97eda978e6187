package pythonic.subprocess;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyError;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;

/**
 * As whom a program runs, in which session, and with which umask. Java can set none of these, so small programs of the system
 * do it, each of which becomes the next one and keeps the number of the process.
 */
final class Privileges {

  private Privileges() {}

  /**
   * {@return a command with what must be run before it}
   *
   * @param finder finds a program, or raises why it cannot be run
   */
  static List<String> wrap(List<String> command, Settings settings, UnaryOperator<String> finder) throws IOException {
    var before = new ArrayList<String>();
    if (settings.newSession()) {
      before.add(tool("setsid", finder));
    }
    before.addAll(identity(settings, finder));
    if (settings.umask() >= 0) {
      before.addAll(List.of("/bin/sh", "-c", "umask \"$0\" && exec \"$@\"", Integer.toOctalString(settings.umask())));
    }
    if (before.isEmpty()) {
      return command;
    }
    var whole = new ArrayList<>(before);
    whole.add(finder.apply(command.getFirst())); // raised here if it cannot be run: the others would exit with a number
    whole.addAll(command.subList(1, command.size()));
    return whole;
  }

  private static List<String> identity(Settings settings, UnaryOperator<String> finder) throws IOException {
    Object user = settings.user();
    Object group = settings.group();
    List<?> others = settings.extraGroups();
    if (user == null && group == null && others == null) {
      return List.of();
    }
    String uid = user == null ? null : number(user, "User", "User must be a string or an integer", "getpwnam");
    String gid = group == null ? null : number(group, "Group", "Group must be a string or an integer, not " + type(group), "getgrnam");
    List<String> gids = others == null ? null : others.stream().map(Privileges::other).toList();
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      throw SystemError.EPERM.raised();
    }
    var words = new ArrayList<>(List.of(tool("setpriv", finder)));
    if (uid != null) {
      words.add("--reuid=" + uid);
    }
    if (gid != null) {
      words.add("--regid=" + gid);
    }
    words.add(gids == null ? "--keep-groups" : gids.isEmpty() ? "--clear-groups" : "--groups=" + String.join(",", gids));
    return words;
  }

  private static String tool(String name, UnaryOperator<String> finder) {
    try {
      return finder.apply(name);
    } catch (pythonic.builtins.OSError e) {
      throw (NotImplementedError) new NotImplementedError("this system has no program " + name).initCause(e);
    }
  }

  private static String other(@Nullable Object group) {
    return number(group, "Group", "Items in extra_groups must be a string or integer, not " + type(group), "getgrnam");
  }

  private static String type(@Nullable Object value) {
    return "<class '" + Builtins.type_name(value) + "'>";
  }

  /** {@return the system's number of a user or group} Python's texts for what is neither differ. */
  private static String number(@Nullable Object who, String kind, String wrongType, String lookup) {
    return switch (who) {
      case Integer number when number < 0 -> throw new ValueError(kind + " ID cannot be negative, got " + number);
      case Integer number -> number.toString();
      case String name -> known(name, kind, lookup);
      case null, default -> throw new TypeError(wrongType);
    };
  }

  private static String known(String name, String kind, String lookup) {
    UserPrincipalLookupService service = FileSystems.getDefault().getUserPrincipalLookupService();
    try {
      var _ = kind.equals("User") ? service.lookupPrincipalByName(name) : service.lookupPrincipalByGroupName(name);
      return name;
    } catch (UserPrincipalNotFoundException e) {
      throw (KeyError) new KeyError(lookup + "(): name not found: " + Builtins.repr(name)).initCause(e);
    } catch (IOException e) {
      throw SystemError.of(e);
    }
  }
}

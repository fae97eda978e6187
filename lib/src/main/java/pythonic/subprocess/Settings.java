package pythonic.subprocess;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Bufsize;
import pythonic.builtins.keywords.Creationflags;
import pythonic.builtins.keywords.Cwd;
import pythonic.builtins.keywords.Encoding;
import pythonic.builtins.keywords.Env;
import pythonic.builtins.keywords.Errors;
import pythonic.builtins.keywords.Executable;
import pythonic.builtins.keywords.ExtraGroups;
import pythonic.builtins.keywords.Group;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.PassFds;
import pythonic.builtins.keywords.PreexecFn;
import pythonic.builtins.keywords.ProcessGroup;
import pythonic.builtins.keywords.Shell;
import pythonic.builtins.keywords.StartNewSession;
import pythonic.builtins.keywords.Startupinfo;
import pythonic.builtins.keywords.Stderr;
import pythonic.builtins.keywords.Stdin;
import pythonic.builtins.keywords.Stdout;
import pythonic.builtins.keywords.Text;
import pythonic.builtins.keywords.Umask;
import pythonic.builtins.keywords.UniversalNewlines;
import pythonic.builtins.keywords.User;
import pythonic.internal.calls.Given;

/**
 * How a process is to be started, by the keywords that were given.
 *
 * @param args a list or a string
 */
record Settings(Object args, int bufsize, @Nullable Object executable, @Nullable Object stdin, @Nullable Object stdout,
    @Nullable Object stderr, boolean shell, @Nullable Object cwd, @Nullable Map<String, ?> env, boolean newSession,
    @Nullable Object user, @Nullable Object group, @Nullable List<?> extraGroups, int umask, Form<?> form) {

  private static final String CALL = "Popen.__init__";

  static Settings of(Object args, Keyword... keywords) {
    refuse(keywords);
    Bufsize bufsize = Given.find(CALL, keywords, Bufsize.class);
    Executable executable = Given.find(CALL, keywords, Executable.class);
    Stdin stdin = Given.find(CALL, keywords, Stdin.class);
    Stdout stdout = Given.find(CALL, keywords, Stdout.class);
    Stderr stderr = Given.find(CALL, keywords, Stderr.class);
    Shell shell = Given.find(CALL, keywords, Shell.class);
    Cwd cwd = Given.find(CALL, keywords, Cwd.class);
    Env env = Given.find(CALL, keywords, Env.class);
    StartNewSession session = Given.find(CALL, keywords, StartNewSession.class);
    User user = Given.find(CALL, keywords, User.class);
    Group group = Given.find(CALL, keywords, Group.class);
    ExtraGroups extraGroups = Given.find(CALL, keywords, ExtraGroups.class);
    Umask umask = Given.find(CALL, keywords, Umask.class);
    return new Settings(args, bufsize == null ? -1 : bufsize.bytes(), executable == null ? null : executable.path(),
        stdin == null ? null : stdin.source(), stdout == null ? null : stdout.sink(), stderr == null ? null : stderr.sink(),
        shell != null && shell.value(), cwd == null ? null : cwd.path(), env == null ? null : env.variables(),
        session != null && session.value(), user == null ? null : user.who(), group == null ? null : group.value(),
        extraGroups == null ? null : extraGroups.groups(), umask == null ? -1 : umask.bits(), form(keywords));
  }

  private static void refuse(Keyword... keywords) {
    if (Given.find(CALL, keywords, Startupinfo.class) instanceof Startupinfo(Object value) && value != null) {
      throw new ValueError("startupinfo is only supported on Windows platforms");
    }
    if (Given.find(CALL, keywords, Creationflags.class) instanceof Creationflags(int bits) && bits != 0) {
      throw new ValueError("creationflags is only supported on Windows platforms");
    }
    if (Given.find(CALL, keywords, PreexecFn.class) instanceof PreexecFn(Object function) && function != null) {
      throw new NotImplementedError("preexec_fn: Java runs nothing between fork and exec");
    }
    if (Given.find(CALL, keywords, PassFds.class) instanceof PassFds(Collection<Integer> numbers) && !numbers.isEmpty()) {
      if (numbers.stream().anyMatch(number -> number < 0)) {
        throw new ValueError("bad value(s) in fds_to_keep");
      }
      throw new NotImplementedError("pass_fds: Java passes on no open files but 0, 1 and 2");
    }
    if (Given.find(CALL, keywords, ProcessGroup.class) instanceof ProcessGroup(Integer number) && number != null && number >= 0) {
      throw new NotImplementedError("process_group: Java puts no process into a group; start_new_session(true) makes one");
    }
  }

  private static Form<?> form(Keyword... keywords) {
    Text text = Given.find(CALL, keywords, Text.class);
    UniversalNewlines old = Given.find(CALL, keywords, UniversalNewlines.class);
    Encoding encoding = Given.find(CALL, keywords, Encoding.class);
    Errors errors = Given.find(CALL, keywords, Errors.class);
    Boolean first = text == null ? null : text.value();
    Boolean second = old == null ? null : old.value();
    if (first != null && second != null && !first.equals(second)) {
      throw new SubprocessError(
          "Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.");
    }
    String name = encoding == null ? null : encoding.name();
    String handler = errors == null ? null : errors.name();
    if (name != null || handler != null || Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second)) {
      return new TextForm(name, handler);
    }
    if (text != null || old != null || encoding != null || errors != null) {
      throw new TypeError("text(false) and its kin: leave them out for bytes, so that the compiler knows");
    }
    return new Form.Bytes();
  }
}

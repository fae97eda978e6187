package pythonic.builtins.keywords;

/** A keyword that {@code subprocess.call} takes. */
public sealed interface CallKeyword extends Keyword
    permits Bufsize, CloseFds, Creationflags, Cwd, Encoding, Env, Errors, Executable, ExtraGroups, Group, PassFds, Pipesize, PreexecFn, ProcessGroup, RestoreSignals, Shell, StartNewSession, Startupinfo, Stderr, Stdin, Stdout, Text, Timeout, Umask, UniversalNewlines, User {}

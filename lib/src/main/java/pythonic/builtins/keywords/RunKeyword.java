package pythonic.builtins.keywords;

/** A keyword that {@code subprocess.run} takes, whether it gives bytes or text. */
public sealed interface RunKeyword extends RunTextKeyword
    permits Bufsize, CaptureOutput, Check, CloseFds, Creationflags, Cwd, Env, Executable, ExtraGroups, Group, InputBytes, PassFds, Pipesize, PreexecFn, ProcessGroup, RestoreSignals, Shell, StartNewSession, Startupinfo, Stderr, Stdin, Stdout, Timeout, Umask, User {}

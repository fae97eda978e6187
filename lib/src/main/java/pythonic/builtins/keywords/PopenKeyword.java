package pythonic.builtins.keywords;

/**
 * A keyword that {@code subprocess.Popen} takes, whether its pipes carry bytes or text.
 *
 * @param <S> byte[]: what pipes carry without a keyword that says otherwise
 */
@SuppressWarnings("unused") // a type parameter for the compiler, to infer that of Popen
public sealed interface PopenKeyword<S> extends TextPopenKeyword<String>
    permits Bufsize, CloseFds, Creationflags, Cwd, Env, Executable, ExtraGroups, Group, PassFds, Pipesize, PreexecFn, ProcessGroup, RestoreSignals, Shell, StartNewSession, Startupinfo, Stderr, Stdin, Stdout, Umask, User {}

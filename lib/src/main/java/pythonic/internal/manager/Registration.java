package pythonic.internal.manager;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;

/**
 * A type that a program has registered.
 *
 * @param typeid its name
 * @param callable what makes an object, null where the server takes the one argument as it is
 * @param exposed the methods that others may call, null for all that are public
 * @param methodToTypeid the methods whose results stay in the server, and as which type
 */
public record Registration(
    String typeid, @Nullable Callable callable, @Nullable List<String> exposed, Map<String, String> methodToTypeid)
    implements Serializable {}

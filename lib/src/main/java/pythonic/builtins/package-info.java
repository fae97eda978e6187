/**
 * What every port uses: {@link pythonic.builtins.Builtins} (print, range, len, with, ...),
 * {@link pythonic.builtins.Keywords} (keyword arguments) and Python's exceptions with their two roots,
 * {@link pythonic.builtins.PythonException} and {@link pythonic.builtins.BaseException}.
 */
package pythonic.builtins;

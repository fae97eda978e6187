/**
 * The types of keyword arguments: a record per keyword, and for each call that takes more than one an interface
 * of those it takes. Programs use the factories in {@code pythonic.builtins.Keywords} and need not name these types.
 */
package pythonic.builtins.keywords;
